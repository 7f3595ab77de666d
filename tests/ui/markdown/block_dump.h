#pragma once

// Blocks as lines of text, for golden files and for reading a difference.

#include "ui/markdown/block.h"

#include <string>

namespace tf::test {

/// One block: what it stands in, what it is, its text with marks as [marks:text→target].
[[nodiscard]] std::string dumpOf(const ui::Block& block);
[[nodiscard]] std::string dumpOf(const ui::Blocks& blocks);
[[nodiscard]] std::string dumpOf(const ui::Prose& prose);

} // namespace tf::test
