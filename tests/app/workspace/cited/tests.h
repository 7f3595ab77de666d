#pragma once

// The test classes of cited places, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeCitationCheckTest();
std::unique_ptr<QObject> makeCitedPlaceTest();
std::unique_ptr<QObject> makeLineMapTest();
std::unique_ptr<QObject> makeSourceSidesTest();
