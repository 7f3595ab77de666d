#pragma once

// The test classes of vision/helper, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeBoxTest();
std::unique_ptr<QObject> makeDecodeTest();
std::unique_ptr<QObject> makeFrameFitTest();
