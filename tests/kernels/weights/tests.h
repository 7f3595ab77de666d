#pragma once

// The test classes of kernels/cpu/weights, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeBoundsTest();
std::unique_ptr<QObject> makeExpertsTest();
std::unique_ptr<QObject> makeGemmTest();
std::unique_ptr<QObject> makeQuantiseTest();
std::unique_ptr<QObject> makeSameBitsTest();
std::unique_ptr<QObject> makeStoredMatrixTest();
std::unique_ptr<QObject> makeSwigluTest();
std::unique_ptr<QObject> makeWeightShelfTest();
