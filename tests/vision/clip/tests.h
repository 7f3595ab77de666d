#pragma once

// The test classes of vision/clip, one per file; the main.cpp files put them in tables.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeClipPlanTest();
std::unique_ptr<QObject> makeFrameRuleTest();
std::unique_ptr<QObject> makeSamplingVectorsTest();
