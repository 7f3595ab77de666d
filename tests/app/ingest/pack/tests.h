#pragma once

// The test classes of packing, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeChangesTest();
std::unique_ptr<QObject> makePackTest();
std::unique_ptr<QObject> makeShownFileTest();
std::unique_ptr<QObject> makeWorthTest();
