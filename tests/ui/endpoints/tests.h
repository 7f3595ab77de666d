#pragma once

// The test classes of ui/endpoints, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeEndpointFormTest();
std::unique_ptr<QObject> makeEngineLooksTest();
