#pragma once

// The arrow behind which lies what does not fit in a bar, always in the theme's ink.
//
// Thread: main.

#include "ui/theme/theme.h"

#include <QIcon>

namespace tf::ui {

/// Points to the right at 0 `degrees`, and turns clockwise.
/// Requires: `theme` outlives it.
[[nodiscard]] QIcon overflowIcon(const Theme& theme, int degrees);

} // namespace tf::ui
