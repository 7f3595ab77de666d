#pragma once

// The test classes of app/cli, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeEventJsonTest();
std::unique_ptr<QObject> makeAskAsleepTest();
std::unique_ptr<QObject> makeAskRepositoryTest();
std::unique_ptr<QObject> makeAskServerTest();
std::unique_ptr<QObject> makeAskSessionTest();
std::unique_ptr<QObject> makeIngestTest();
std::unique_ptr<QObject> makeInspectTest();
std::unique_ptr<QObject> makeLogitsTest();
std::unique_ptr<QObject> makeM3Test();
std::unique_ptr<QObject> makeOptionsTest();
std::unique_ptr<QObject> makeMediaTest();
std::unique_ptr<QObject> makeParseTest();
std::unique_ptr<QObject> makeRenderTest();
std::unique_ptr<QObject> makeRepositoryPolicyTest();
std::unique_ptr<QObject> makeSessionsTest();
std::unique_ptr<QObject> makeSeenTest();
std::unique_ptr<QObject> makeServerWordsTest();
std::unique_ptr<QObject> makeShownTextTest();
std::unique_ptr<QObject> makeTokenizeTest();
