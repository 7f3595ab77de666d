#pragma once

// The test classes of app/workspace/tray, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeAmountTest();
std::unique_ptr<QObject> makeClipChoicesTest();
std::unique_ptr<QObject> makeClipFramesTest();
std::unique_ptr<QObject> makeClipViewTest();
std::unique_ptr<QObject> makeEnclosingTest();
std::unique_ptr<QObject> makeFitTest();
std::unique_ptr<QObject> makeIntakeTest();
std::unique_ptr<QObject> makeKeptMediaTest();
std::unique_ptr<QObject> makePathRuleTest();
std::unique_ptr<QObject> makeSourceChangesTest();
std::unique_ptr<QObject> makeTrayBadSourcesTest();
std::unique_ptr<QObject> makeTrayChoicesTest();
std::unique_ptr<QObject> makePictureChoicesTest();
std::unique_ptr<QObject> makePicturePixelsTest();
std::unique_ptr<QObject> makePictureWayTest();
std::unique_ptr<QObject> makeTrayMediaTest();
std::unique_ptr<QObject> makeTraySourcesTest();
