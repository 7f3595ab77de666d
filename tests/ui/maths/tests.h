#pragma once

// The test classes of ui/maths, one per file; main.cpp and shots_main.cpp put them in tables.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeFormulaTest();
std::unique_ptr<QObject> makeFormulaLawsTest();
std::unique_ptr<QObject> makeFormulaShotsTest();
