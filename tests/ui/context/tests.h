#pragma once

// The classes of this program, each made once by main().

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeContextPageTest();
std::unique_ptr<QObject> makeFileForestTest();
std::unique_ptr<QObject> makeFileTreeTest();
std::unique_ptr<QObject> makeRequestPageTest();
std::unique_ptr<QObject> makeTokenBudgetTest();
