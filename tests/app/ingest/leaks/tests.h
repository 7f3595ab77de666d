#pragma once

// The test classes of the secret scan, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeLeakAnchorsTest();
std::unique_ptr<QObject> makeLeakAssignedTest();
std::unique_ptr<QObject> makeLeakLawsTest();
std::unique_ptr<QObject> makeLeakRulesTest();
std::unique_ptr<QObject> makeLeakShapeTest();
std::unique_ptr<QObject> makeLeakStructuresTest();
