#pragma once

// The test classes of engine/text itself, one per file; the main.cpp files put them in tables.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makePromptIdsTest();
std::unique_ptr<QObject> makePromptVectorsTest();
