#pragma once

// What to tell the user of a store that refuses: where, why, what happens, what can be done.

#include "app/workspace/store_watch.h"

#include <QString>

namespace tf::ui {

[[nodiscard]] QString sentenceFor(const workspace::StoreTrouble& trouble);
/// Of what concerns one session alone.
[[nodiscard]] QString sentenceFor(const workspace::Trouble& trouble);

} // namespace tf::ui
