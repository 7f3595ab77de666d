#pragma once

// The test classes of app/workspace, one per file; the programs' *main.cpp put them in tables.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeWorkspaceAnswersTest();
std::unique_ptr<QObject> makeWorkspaceBranchesTest();
std::unique_ptr<QObject> makeWorkspaceEnginesTest();
std::unique_ptr<QObject> makeWorkspaceKeepingTest();
std::unique_ptr<QObject> makeWorkspaceKeptChoiceTest();
std::unique_ptr<QObject> makeWorkspaceLocalModelTest();
std::unique_ptr<QObject> makeWorkspaceNearbyTest();
std::unique_ptr<QObject> makeWorkspaceRequestLookTest();
std::unique_ptr<QObject> makeWorkspaceServersTest();
std::unique_ptr<QObject> makeWorkspaceShelfTest();
std::unique_ptr<QObject> makeWorkspaceSpeedsTest();
std::unique_ptr<QObject> makeWorkspaceWorkspaceTest();
