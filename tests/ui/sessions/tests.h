#pragma once

// The test classes of ui/sessions, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeSessionRowsTest();
