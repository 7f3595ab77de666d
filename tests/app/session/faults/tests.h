#pragma once

// The test classes of the store's faults, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeSessionDamageTest();
std::unique_ptr<QObject> makeSessionIoFaultsTest();
std::unique_ptr<QObject> makeSessionKillTest();
std::unique_ptr<QObject> makeSessionMemoryTest();
std::unique_ptr<QObject> makeSessionNetworkDiskTest();
std::unique_ptr<QObject> makeSessionPowerCutTest();
std::unique_ptr<QObject> makeSessionWriteCostTest();
