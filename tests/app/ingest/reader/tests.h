#pragma once

// The test classes of app/ingest/reader, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeReaderBoxTest();
std::unique_ptr<QObject> makeRepositoryTest();
std::unique_ptr<QObject> makeMessagesTest();
std::unique_ptr<QObject> makeDeathTest();
std::unique_ptr<QObject> makeHostileTest();
std::unique_ptr<QObject> makeWitnessTest();
std::unique_ptr<QObject> makeCorruptTest();
std::unique_ptr<QObject> makeCrowdTest();
