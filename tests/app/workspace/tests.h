#pragma once

// The test classes of app/workspace, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeWorkspaceAnswersTest();
std::unique_ptr<QObject> makeWorkspaceBranchesTest();
std::unique_ptr<QObject> makeWorkspaceKeepingTest();
std::unique_ptr<QObject> makeWorkspaceShelfTest();
