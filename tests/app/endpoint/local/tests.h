#pragma once

// The test classes of this folder, for the mains' tables.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makePromptsTest();
std::unique_ptr<QObject> makeSeenBeforeTest();
std::unique_ptr<QObject> makeSeesTest();
std::unique_ptr<QObject> makeTalksTest();
std::unique_ptr<QObject> makeTellingTest();
std::unique_ptr<QObject> makeTemplateChatTest();
