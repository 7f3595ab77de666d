#pragma once

// The test classes of engine/sample, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeCandidatesTest();
std::unique_ptr<QObject> makeDraftRuleTest();
std::unique_ptr<QObject> makeLogprobsTest();
std::unique_ptr<QObject> makePromptLookupTest();
std::unique_ptr<QObject> makeRandomTest();
std::unique_ptr<QObject> makeSamplerTest();
std::unique_ptr<QObject> makeSamplingTest();
std::unique_ptr<QObject> makeSpeculationTest();
std::unique_ptr<QObject> makeStopTest();
std::unique_ptr<QObject> makeStopStringsTest();
