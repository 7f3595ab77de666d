#pragma once

// A strip of frames as a screen reader meets it: a list, an item for each frame, checked if sent.
//
// Made by Qt when somebody asks for it, through the factory that a strip installs. Thread: main.

#include <QAccessible>

namespace tf::ui {

/// For QAccessible::installFactory; nullptr for what is no strip.
QAccessibleInterface* makeStripAccessible(const QString& className, QObject* object);

} // namespace tf::ui
