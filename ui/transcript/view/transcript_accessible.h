#pragma once

// The conversation as a screen reader meets it: a list, an item for each message, its text inside.
//
// Made by Qt when somebody asks for it, through the factory that a view installs. Thread: main.

#include <QAccessible>

namespace tf::ui {

/// For QAccessible::installFactory; nullptr for what is no transcript.
QAccessibleInterface* makeTranscriptAccessible(const QString& className, QObject* object);

} // namespace tf::ui
