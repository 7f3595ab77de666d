#pragma once

// The test classes of vision/client, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeDecoderTest();
std::unique_ptr<QObject> makeHostileTest();
std::unique_ptr<QObject> makeKillsTest();
std::unique_ptr<QObject> makeLinksTest();
std::unique_ptr<QObject> makeSlotRoomTest();
