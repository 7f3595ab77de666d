#pragma once

// The test classes of kernels/cpu, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeAttentionTest();
std::unique_ptr<QObject> makeDeviceTest();
std::unique_ptr<QObject> makePatchesTest();
std::unique_ptr<QObject> makeRouterTest();
std::unique_ptr<QObject> makeRowsTest();
