#pragma once

// The test classes of ui/language and of the words themselves, one per file; main.cpp has them in a
// table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeKeptWordsTest();
std::unique_ptr<QObject> makeLanguageTest();
std::unique_ptr<QObject> makeLiteralsTest();
std::unique_ptr<QObject> makeSpokenTest();
