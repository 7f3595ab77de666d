#pragma once

// The test classes of vision/opencv, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeSmallScreenTest();
std::unique_ptr<QObject> makeTileChangeTest();
