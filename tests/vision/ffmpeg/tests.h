#pragma once

// The test classes of vision/ffmpeg, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeBadClipsTest();
std::unique_ptr<QObject> makeClipTimesTest();
std::unique_ptr<QObject> makeCodecsTest();
std::unique_ptr<QObject> makeColoursTest();
std::unique_ptr<QObject> makeFieldsTest();
std::unique_ptr<QObject> makeKeyFramesTest();
std::unique_ptr<QObject> makeSeeksTest();
std::unique_ptr<QObject> makeShapesTest();
std::unique_ptr<QObject> makeToneMapTest();
std::unique_ptr<QObject> makeTurnTest();
std::unique_ptr<QObject> makeYuvRowsTest();
