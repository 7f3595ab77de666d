#pragma once

// The test classes of vision/media, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeChannelTest();
std::unique_ptr<QObject> makeFrameSlotsTest();
std::unique_ptr<QObject> makeMessagesTest();
std::unique_ptr<QObject> makeSourceTest();
