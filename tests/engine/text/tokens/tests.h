#pragma once

// The test classes of engine/text, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeAddedTokensTest();
std::unique_ptr<QObject> makeBadTokenizerTest();
std::unique_ptr<QObject> makeDetokenizerTest();
std::unique_ptr<QObject> makeEncodeManyTest();
std::unique_ptr<QObject> makeMergerTest();
std::unique_ptr<QObject> makeNormalizerTest();
std::unique_ptr<QObject> makePretokenizerTest();
std::unique_ptr<QObject> makeTokenizerTest();
std::unique_ptr<QObject> makeTokenizerCacheTest();
std::unique_ptr<QObject> makeTokenizerVectorsTest();
std::unique_ptr<QObject> makeUtf8Test();
