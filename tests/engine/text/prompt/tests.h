#pragma once

// The test classes of engine/text, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeChatJsonTest();
std::unique_ptr<QObject> makePythonTextTest();
std::unique_ptr<QObject> makeShownMediaTest();
std::unique_ptr<QObject> makeTemplateTest();
std::unique_ptr<QObject> makeTemplateGoldenTest();
std::unique_ptr<QObject> makeTemplateGrowthTest();
std::unique_ptr<QObject> makeTemplateTrustTest();
