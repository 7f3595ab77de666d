#pragma once

// Markdown that grows, as blocks: those that are closed never change again.
//
// Each append reads only from the last place at which nothing before can change: a new block, a new
// item of a list, a new row of a table, a new line of code. A paragraph that grows beyond all
// measure is closed by force. So what an append costs does not depend on what is already there.
// HTML is shown as it was written, never understood. Thread: any, one at a time.

#include "ui/markdown/block.h"

#include <memory>
#include <string>
#include <string_view>

namespace tf::ui {

class GrowingDocument {
public:
    GrowingDocument();
    ~GrowingDocument();
    GrowingDocument(GrowingDocument&&) noexcept;
    GrowingDocument& operator=(GrowingDocument&&) noexcept;

    /// UTF-8, cut anywhere. Returns the first block that is not as it was; the number of blocks
    /// when none changed.
    std::size_t append(std::string_view piece);
    /// Nothing comes any more: the last block is closed, too.
    std::size_t finish();

    [[nodiscard]] const Blocks& blocks() const;
    /// What has been given to md4c so far, in bytes: tests hold it against the length of the text.
    [[nodiscard]] std::int64_t bytesRead() const;

private:
    class Growth;
    std::unique_ptr<Growth> m_growth;
};

/// The same blocks as appending and finishing gives.
[[nodiscard]] Blocks blocksOf(std::string_view markdown);

} // namespace tf::ui
