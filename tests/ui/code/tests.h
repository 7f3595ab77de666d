#pragma once

// The test classes of ui/code, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeInkGoldenTest();
std::unique_ptr<QObject> makeInkLawsTest();
std::unique_ptr<QObject> makeLanguageNamesTest();
