#pragma once

// Lines become blocks: CommonMark's block structure with GitHub's tables and task lists, line by
// line.
//
// What a line is depends on the lines before it alone, and a block once closed is never touched, so
// that the end of a growing text can be tried out and taken back. Thread: any, one at a time.

#include "ui/markdown/block_list.h"
#include "ui/markdown/line_cursor.h"
#include "ui/markdown/open_blocks.h"

#include <string_view>

namespace tf::ui {

/// No line is longer: what is cut off goes on as text.
constexpr std::size_t kMaxLine = 16384;

class BlockReader {
public:
    /// Requires: `blocks` and `memory` outlive the reader.
    BlockReader(BlockList& blocks, ProseMemory& memory);

    /// A line without its break. LineEnd::Open: its beginning, read as far as it can be told.
    void readLine(std::string_view line, LineEnd end);
    /// What is open at the end of the text becomes a block, open still or closed.
    void showOpen();
    void finish();

    /// What it remembers of the lines before; cheap to copy.
    struct State;
    [[nodiscard]] State state() const;
    void restore(State state);

private:
    /// What the line under way has shown of itself.
    struct Line {
        LineCursor cursor;
        LineEnd end = LineEnd::Break;
        std::size_t depth = 0; ///< how many containers it lies in
        bool isInParagraph = false; ///< it would go on the paragraph before it
        bool isNewItem = false; ///< it has begun one
        bool isDeepest = false; ///< it has begun an item where no deeper one may stand

        [[nodiscard]] Wholeness wholeness() const
        {
            return end == LineEnd::Open ? Wholeness::Growing : Wholeness::Whole;
        }
    };

    [[nodiscard]] OpenContainers& containers() { return m_open.containers(); }
    [[nodiscard]] Leaf& leaf() { return m_open.leaf(); }
    void readRestOfLine(std::string_view line, LineEnd end);
    void readWithoutStructure(std::string_view text);
    bool goesOnVerbatim(Line& line);
    void readFenced(Line& line);
    void readFormula(Line& line);
    bool openContainer(Line& line);
    bool openDeepContainer(Line& line);
    bool openItem(Line& line, const ItemMarker& marker);
    bool openLeaf(Line& line);
    bool openIndented(Line& line);
    bool openFenced(Line& line);
    bool openFormula(Line& line);
    bool readHeading(Line& line);
    bool readUnderline(Line& line);
    bool readRule(Line& line);
    void readText(Line& line);
    void readBlank(Line& line);

    BlockList& m_blocks;
    ProseMemory& m_memory;
    OpenBlocks m_open;
    bool m_isLineCut = false; ///< the next line is the rest of the last one
};

struct BlockReader::State {
    OpenBlocks::State open;
    bool isLineCut = false;
};

} // namespace tf::ui
