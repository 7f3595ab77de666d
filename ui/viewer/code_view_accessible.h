#pragma once

// A file for a screen reader: the lines in sight, with the one that the keyboard is on.
//
// Thread: main.

#include <QAccessible>

namespace tf::ui {

/// For QAccessible::installFactory().
[[nodiscard]] QAccessibleInterface* makeCodeViewAccessible(const QString& className,
                                                           QObject* object);

} // namespace tf::ui
