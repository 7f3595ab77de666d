#pragma once

// The test classes of app/ingest/rules, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeAsGitTest();
std::unique_ptr<QObject> makeGlobTest();
std::unique_ptr<QObject> makeKindsTest();
std::unique_ptr<QObject> makeRulesTest();
std::unique_ptr<QObject> makeUserGlobsTest();
