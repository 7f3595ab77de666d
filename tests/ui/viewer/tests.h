#pragma once

// The test classes of the viewer, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeCodePageTest();
std::unique_ptr<QObject> makeCodeViewTest();
std::unique_ptr<QObject> makeGoingTest();
std::unique_ptr<QObject> makeLineInksTest();
