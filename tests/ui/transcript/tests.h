#pragma once

// The test classes of ui/transcript, one per file; the *main.cpp put them in tables.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeAnnouncerTest();
std::unique_ptr<QObject> makeCitedTest();
std::unique_ptr<QObject> makeCompareTest();
std::unique_ptr<QObject> makeFailureTest();
std::unique_ptr<QObject> makeFindTest();
std::unique_ptr<QObject> makeFollowTest();
std::unique_ptr<QObject> makeHeightsTest();
std::unique_ptr<QObject> makeMarkingTest();
std::unique_ptr<QObject> makeMediaTest();
std::unique_ptr<QObject> makeRetryWaysTest();
std::unique_ptr<QObject> makeSideBarTest();
std::unique_ptr<QObject> makeSpokenTest();
std::unique_ptr<QObject> makeTranscriptShotsTest();
std::unique_ptr<QObject> makeTranscriptWitnessTest();
std::unique_ptr<QObject> makeTreePlanTest();
std::unique_ptr<QObject> makeTurnMapTest();
