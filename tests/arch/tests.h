#pragma once

// The test classes of arch, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeIncludesTest();
std::unique_ptr<QObject> makeNamesTest();
std::unique_ptr<QObject> makeQtHabitsTest();
std::unique_ptr<QObject> makeScanTest();
std::unique_ptr<QObject> makeSourceFileTest();
std::unique_ptr<QObject> makeTreeTest();
std::unique_ptr<QObject> makeTreeRulesTest();
