#pragma once

// The blocks read so far, growing at their end, and the way back to an earlier end.
//
// Only the last block is ever added to. Thread: any, one at a time.

#include "ui/markdown/block.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tf::ui {

/// How a line comes to its end: by a line break, by being too long, with the text, or not yet.
enum class LineEnd : std::uint8_t { Break, Cut, Text, Open };

class BlockList {
public:
    [[nodiscard]] const Blocks& blocks() const { return m_blocks; }

    Block& add(BlockKind kind);
    /// Requires: the last block is Code.
    void appendCode(std::string_view line, LineEnd end);
    /// Requires: the last block is a Table.
    void appendRow(std::vector<Prose> cells);
    void setLastOpen(bool isOpen);

    struct End {
        std::size_t numBlocks = 0;
        qsizetype codeSize = 0; ///< of the last block
        std::size_t numLines = 0;
        std::size_t numRows = 0;
    };
    [[nodiscard]] End end() const;
    /// Whether the block that was last at `end` is more now, or open.
    [[nodiscard]] bool hasGrown(const End& end) const;
    /// What has come since `end` is taken away; blocks that were added since are returned.
    Blocks cutTo(const End& end);

private:
    Blocks m_blocks;
};

} // namespace tf::ui
