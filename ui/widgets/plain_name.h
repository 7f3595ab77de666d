#pragma once

// A name from outside in one line that cannot lie: what is invisible or turns its direction is
// written out as <U+202E>, line breaks become blanks. Thread: any.

#include <QString>

namespace tf::ui {

/// Of a file, a session, an endpoint, a place.
[[nodiscard]] QString plainName(const QString& name);

} // namespace tf::ui
