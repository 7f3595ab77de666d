#pragma once

// The test classes of kernels/comm, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeCollectiveTest();
std::unique_ptr<QObject> makeCollectiveFailureTest();
