#pragma once

// The plain text of a block, as it is selected, copied, searched and read out; and its Markdown.
//
// Thread: any.

#include "ui/markdown/block.h"

namespace tf::ui {

/// Offsets in it are those that layouts count. Cells are parted by tabs, lines of prose by U+2028.
[[nodiscard]] QString textOf(const Block& block);
[[nodiscard]] int textLength(const Block& block);

/// Written so that it is read as the same block again.
[[nodiscard]] QString markdownOf(const Block& block);

} // namespace tf::ui
