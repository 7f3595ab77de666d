#pragma once

// The test classes of ui/composer, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeChipsTest();
std::unique_ptr<QObject> makeComposerTest();
std::unique_ptr<QObject> makeComposerShotsTest();
std::unique_ptr<QObject> makeEditTest();
std::unique_ptr<QObject> makeEstimateTest();
std::unique_ptr<QObject> makeObstaclesTest();
std::unique_ptr<QObject> makePastedTest();
std::unique_ptr<QObject> makeThinkingTest();
