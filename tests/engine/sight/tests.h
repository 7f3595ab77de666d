#pragma once

// The test classes of what the engine sees, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeAnswersToMediaTest();
std::unique_ptr<QObject> makeLooksTest();
std::unique_ptr<QObject> makePlaceholdersTest();
std::unique_ptr<QObject> makeSpellingsTest();
std::unique_ptr<QObject> makeStepsWithMediaTest();
