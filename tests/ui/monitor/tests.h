#pragma once

// The test classes of ui/monitor, one per file; the programs' *main.cpp put them in tables.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeFactsTest();
std::unique_ptr<QObject> makeLoadTest();
std::unique_ptr<QObject> makeMonitorMemoryTest();
std::unique_ptr<QObject> makeMonitorShotsTest();
std::unique_ptr<QObject> makePanelTest();
std::unique_ptr<QObject> makeSpeedLineTest();
std::unique_ptr<QObject> makeSpeedsTest();
