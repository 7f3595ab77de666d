#pragma once

// The test classes of the pictures, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeShotsTest();
