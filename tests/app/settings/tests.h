#pragma once

// The test classes of app/settings, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeRepositoryRuleTest();
std::unique_ptr<QObject> makeSettingsLoadTest();
std::unique_ptr<QObject> makeSettingsSaveTest();
