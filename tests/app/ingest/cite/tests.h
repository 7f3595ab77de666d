#pragma once

// The test classes of citations, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeCiteCheckTest();
std::unique_ptr<QObject> makeCiteFindTest();
