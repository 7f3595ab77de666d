#pragma once

// The test classes of app/draft, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeCheckedCitationTest();
std::unique_ptr<QObject> makeHistoryTest();
std::unique_ptr<QObject> makeKeptQuestionTest();
std::unique_ptr<QObject> makeKeptReplyTest();
std::unique_ptr<QObject> makeSourceChoiceTest();
