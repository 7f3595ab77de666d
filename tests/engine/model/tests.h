#pragma once

// The test classes of engine/model, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeBadCheckpointTest();
std::unique_ptr<QObject> makeCheckpointTest();
std::unique_ptr<QObject> makeConfigTest();
std::unique_ptr<QObject> makeLargeHeaderTest();
std::unique_ptr<QObject> makeNpyTest();
std::unique_ptr<QObject> makeShardTest();
std::unique_ptr<QObject> makeQuantizationTest();
std::unique_ptr<QObject> makeSafetensorsTest();
std::unique_ptr<QObject> makeTensorNamesTest();
