#pragma once

// The test classes of app/wire, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeCallPiecesTest();
std::unique_ptr<QObject> makeChunkTest();
std::unique_ptr<QObject> makeGrowingTextTest();
std::unique_ptr<QObject> makeReplyTest();
std::unique_ptr<QObject> makeChatRequestTest();
std::unique_ptr<QObject> makeSseTest();
std::unique_ptr<QObject> makeThinkTagsTest();
std::unique_ptr<QObject> makeTroubleTest();
