#pragma once

// The test classes of engine/context, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeContextFileTest();
std::unique_ptr<QObject> makeContextHeaderTest();
std::unique_ptr<QObject> makeContextWriterTest();
