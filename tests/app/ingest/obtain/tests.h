#pragma once

// The test classes of obtaining sources, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeAddressTest();
std::unique_ptr<QObject> makeArchiveTest();
std::unique_ptr<QObject> makeBundleTest();
std::unique_ptr<QObject> makeGitWordsTest();
std::unique_ptr<QObject> makeHostileArchiveTest();
std::unique_ptr<QObject> makeObtainServerTest();
std::unique_ptr<QObject> makeObtainTraceTest();
std::unique_ptr<QObject> makeSourceCacheTest();
std::unique_ptr<QObject> makeSourceFolderTest();
std::unique_ptr<QObject> makeUnpackMessagesTest();
std::unique_ptr<QObject> makeUnpackingTest();
