#pragma once

// The map of turns as a screen reader meets it: a tree, an item for each turn.
//
// Made by Qt when somebody asks for it, through the factory that a map installs. Thread: main.

#include <QAccessible>

namespace tf::ui {

/// For QAccessible::installFactory; nullptr for what is no map.
QAccessibleInterface* makeTurnMapAccessible(const QString& className, QObject* object);

} // namespace tf::ui
