#pragma once

// The test classes of app/session, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeSessionCodecTest();
std::unique_ptr<QObject> makeSessionDocumentTest();
std::unique_ptr<QObject> makeSessionFilesTest();
std::unique_ptr<QObject> makeSessionJournalTest();
std::unique_ptr<QObject> makeSessionMarkdownTest();
std::unique_ptr<QObject> makeSessionOpenTest();
std::unique_ptr<QObject> makeSessionSearchTest();
std::unique_ptr<QObject> makeSessionStoreTest();
std::unique_ptr<QObject> makeSessionTermsTest();
