#pragma once

// The test classes of ui, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeAccessibleTest();
std::unique_ptr<QObject> makeActionsTest();
std::unique_ptr<QObject> makeCodeTabTest();
std::unique_ptr<QObject> makeDropTest();
std::unique_ptr<QObject> makeKeysTest();
std::unique_ptr<QObject> makeInputMethodTest();
std::unique_ptr<QObject> makeLocalEngineTest();
std::unique_ptr<QObject> makePaletteTest();
std::unique_ptr<QObject> makePanesTest();
std::unique_ptr<QObject> makeProgramTest();
std::unique_ptr<QObject> makePseudoLocaleTest();
std::unique_ptr<QObject> makeThemeTest();
std::unique_ptr<QObject> makeWindowTest();
