#pragma once

// The test classes of app/ingest/git, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeConfigNoticesTest();
std::unique_ptr<QObject> makeHeadTest();
std::unique_ptr<QObject> makeSafeNameTest();
