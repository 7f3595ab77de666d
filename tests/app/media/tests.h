#pragma once

// The test classes of app/media, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeEditedPictureTest();
std::unique_ptr<QObject> makeLegibilityTest();
