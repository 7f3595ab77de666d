#pragma once

// A long text for screen readers: what is in sight of it. Thread: main.

#include <QAccessible>

namespace tf::ui {

/// For QAccessible::installFactory(): nullptr for everything else.
[[nodiscard]] QAccessibleInterface* makeLongTextAccessible(const QString& className,
                                                           QObject* object);

} // namespace tf::ui
