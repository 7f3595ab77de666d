#pragma once

// The test classes of kernels/api, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeCudaPluginTest();
std::unique_ptr<QObject> makeGpuTest();
std::unique_ptr<QObject> makeNumberTest();
