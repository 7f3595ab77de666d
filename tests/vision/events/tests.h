#pragma once

// The test classes of vision/events, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeMomentLawsTest();
std::unique_ptr<QObject> makeMomentsTest();
