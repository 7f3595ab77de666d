#pragma once

// The test classes of this area, made by main().

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeAnswerFilesTest();
std::unique_ptr<QObject> makeBugReportTest();
std::unique_ptr<QObject> makeDiagramGraphTest();
std::unique_ptr<QObject> makePresetTest();
std::unique_ptr<QObject> makeSavedFilesTest();
std::unique_ptr<QObject> makeStaticChecksTest();
std::unique_ptr<QObject> makeToolCheckTest();
