#pragma once

// Lets a part of the window have the Escape key before the window's own shortcut takes it.
//
// Call it first in event(), where events come up from what has the keyboard. Thread: main.

#include <QKeyEvent>

namespace tf::ui {

/// True when that was asked, and answered: the key itself comes next.
[[nodiscard]] inline bool claimsEscape(QEvent& event)
{
    if (event.type() != QEvent::ShortcutOverride
        || static_cast<QKeyEvent&>(event).key() != Qt::Key_Escape)
        return false;
    event.accept();
    return true;
}

} // namespace tf::ui
