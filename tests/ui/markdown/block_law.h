#pragma once

// What holds for any bytes as Markdown, however they are cut into pieces.

#include "ui/markdown/block.h"

#include <string>
#include <vector>

namespace tf::test {

/// Empty, or which law does not hold: the pieces give what the whole gives; blocks before the first
/// changed one stay; see brokenBy() for the blocks themselves.
[[nodiscard]] std::string brokenByPieces(const std::vector<std::string>& pieces);

/// Empty, or what is wrong within the blocks: spans ascend and lie apart within the text, targets
/// are of allowed schemes, lines begin where they should, nothing stands in more than it may.
[[nodiscard]] std::string brokenBy(const ui::Blocks& blocks);

} // namespace tf::test
