#pragma once

// The test classes of engine/sched, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeAdmissionTest();
std::unique_ptr<QObject> makeBlockTest();
std::unique_ptr<QObject> makeDraftedAnswersTest();
std::unique_ptr<QObject> makeHeldPagesTest();
std::unique_ptr<QObject> makePagePoolTest();
std::unique_ptr<QObject> makePrefixCacheTest();
std::unique_ptr<QObject> makeSchedulerTest();
std::unique_ptr<QObject> makeSequencePagesTest();
std::unique_ptr<QObject> makeWorkloadsTest();
