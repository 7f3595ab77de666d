#pragma once

// What is said of a picture beside it: what it is, what of it is sent, what it costs.
//
// Thread: main.

#include "app/workspace/tray/tray_item.h"

#include <QString>

namespace tf::ui {

/// Requires: it has a picture. In a few lines.
[[nodiscard]] QString factsOf(const workspace::TrayItem& item);
/// What may go wrong; empty: nothing. nullptr: there is none.
[[nodiscard]] QString noticesOf(const workspace::TrayItem* item);

} // namespace tf::ui
