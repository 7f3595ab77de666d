#pragma once

// The test classes of the window under bad input, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeBadInputTest();
std::unique_ptr<QObject> makeDropOverlayTest();
std::unique_ptr<QObject> makeTwoWindowsTest();
