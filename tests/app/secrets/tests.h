#pragma once

// The test classes of app/secrets, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeSecretTest();
std::unique_ptr<QObject> makeSealedMapTest();
std::unique_ptr<QObject> makeEncryptedFileTest();
std::unique_ptr<QObject> makeStoresTest();
std::unique_ptr<QObject> makeProbeTest();
std::unique_ptr<QObject> makeM3KeysTest();
std::unique_ptr<QObject> makeKeyringTest();
