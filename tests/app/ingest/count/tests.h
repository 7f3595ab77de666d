#pragma once

// The test classes of app/ingest/count, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeCountCacheTest();
std::unique_ptr<QObject> makeEstimateTest();
std::unique_ptr<QObject> makeExactCountsTest();
