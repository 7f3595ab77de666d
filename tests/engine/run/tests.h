#pragma once

// The test classes of engine/run, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeFailuresTest();
std::unique_ptr<QObject> makeFormsTest();
std::unique_ptr<QObject> makeGoldenTest();
std::unique_ptr<QObject> makeMemoryTest();
std::unique_ptr<QObject> makePagesTest();
std::unique_ptr<QObject> makeRanksTest();
std::unique_ptr<QObject> makeSequencesTest();
std::unique_ptr<QObject> makeStepsTest();
std::unique_ptr<QObject> makeWrongTest();
