#pragma once

// A timeline as a screen reader meets it: a slider that says its place in words.
//
// Made by Qt when somebody asks for it, through the factory that a timeline installs. Thread: main.

#include <QAccessible>

namespace tf::ui {

/// For QAccessible::installFactory; nullptr for what is no timeline.
QAccessibleInterface* makeTimelineAccessible(const QString& className, QObject* object);

} // namespace tf::ui
