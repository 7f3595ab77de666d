#pragma once

// The test classes of the engine's face, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeActivityTest();
std::unique_ptr<QObject> makeAnswersTest();
std::unique_ptr<QObject> makeContextsTest();
std::unique_ptr<QObject> makeFaultsTest();
std::unique_ptr<QObject> makeStepCostsTest();
