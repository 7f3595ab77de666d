#pragma once

// The test classes of vision/images, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeBadPicturesTest();
std::unique_ptr<QObject> makePicturesTest();
std::unique_ptr<QObject> makeSvgTest();
