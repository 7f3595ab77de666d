#pragma once

// The test classes of ui/frames, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeBoardTest();
std::unique_ptr<QObject> makeClipPageTest();
std::unique_ptr<QObject> makeFrameStripTest();
std::unique_ptr<QObject> makeFrameWordsTest();
std::unique_ptr<QObject> makePlaybackTest();
std::unique_ptr<QObject> makeScreenTest();
std::unique_ptr<QObject> makeTimelineTest();
