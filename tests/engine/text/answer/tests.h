#pragma once

// The test classes of engine/text, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeAnswerParserTest();
std::unique_ptr<QObject> makeAnswerSplitsTest();
std::unique_ptr<QObject> makeBrokenCallsTest();
std::unique_ptr<QObject> makeThinkParserTest();
std::unique_ptr<QObject> makeToolCallsTest();
std::unique_ptr<QObject> makeToolLimitsTest();
std::unique_ptr<QObject> makeToolRoundTripTest();
std::unique_ptr<QObject> makeToolSchemaTest();
