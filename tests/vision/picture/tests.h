#pragma once

// The test classes of vision/picture, one per file; the main.cpp files put them in tables.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makePatchesTest();
std::unique_ptr<QObject> makePatchVectorsTest();
std::unique_ptr<QObject> makeResamplerTest();
std::unique_ptr<QObject> makeResamplerLevelsTest();
std::unique_ptr<QObject> makeResizeVectorsTest();
std::unique_ptr<QObject> makeSizeVectorsTest();
std::unique_ptr<QObject> makeSizeWishTest();
std::unique_ptr<QObject> makeTapsTest();
