#pragma once

// The test classes of tests/support, one per file; the main files put them in tables.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeCompareTest();
std::unique_ptr<QObject> makeGenTest();
std::unique_ptr<QObject> makeGoldenTest();
std::unique_ptr<QObject> makeReplayTest();
std::unique_ptr<QObject> makeShotTest();
