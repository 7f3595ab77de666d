#pragma once

// The test classes of kernels/base, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeCancelTest();
std::unique_ptr<QObject> makeCheckTest();
std::unique_ptr<QObject> makeCheckedTest();
std::unique_ptr<QObject> makeLatestTest();
std::unique_ptr<QObject> makeLogTest();
std::unique_ptr<QObject> makeMailboxTest();
std::unique_ptr<QObject> makeMappedFileTest();
std::unique_ptr<QObject> makeNewFileTest();
std::unique_ptr<QObject> makeResultTest();
std::unique_ptr<QObject> makeWordsTest();
