#pragma once

// What is open at the end of a text - containers and one leaf in them - and how it becomes blocks.
//
// The leaf is a paragraph, code, a table or a formula whose end has not come. Code and tables are
// blocks from their first line on; the others become one when they are closed, or are shown as far
// as they go. Thread: any, one at a time.

#include "ui/markdown/block_list.h"
#include "ui/markdown/line_start.h"
#include "ui/markdown/open_containers.h"
#include "ui/markdown/prose_memory.h"

#include <string>
#include <string_view>
#include <vector>

namespace tf::ui {

/// A paragraph that would grow beyond this is closed by force; a formula is given up.
constexpr std::size_t kMaxParagraph = 16384;

enum class LeafKind : std::uint8_t { None, Paragraph, Fenced, Indented, Table, Formula };

struct Leaf {
    LeafKind kind = LeafKind::None;
    bool isTight = false;
    bool goesOn = false; ///< a paragraph after one that was closed by force
    FenceLine fence; ///< without its info
    int indent = 0; ///< of the fence
    std::string text; ///< of Paragraph and Formula; of Indented: blank lines still to come
    std::string_view closer; ///< of Formula
    std::vector<Align> columns;
    qsizetype partSigns = 0; ///< of the part of a table that its last row stands in
};

class OpenBlocks {
public:
    /// Requires: `blocks` and `memory` outlive it.
    OpenBlocks(BlockList& blocks, ProseMemory& memory);

    [[nodiscard]] OpenContainers& containers() { return m_containers; }
    [[nodiscard]] Leaf& leaf() { return m_leaf; }
    /// The leaf takes lines whatever they begin with.
    [[nodiscard]] bool isVerbatim() const;

    /// Requires: no leaf is open.
    void begin(LeafKind kind);
    Block& addBlock(BlockKind kind, bool isTight);
    /// More than one where it is much.
    void addProse(BlockKind kind, bool isTight, Prose prose, std::uint8_t level = 0);
    void addToParagraph(std::string_view text);
    /// `text` begins with its opener.
    void addFormula(std::string_view text, bool isTight);
    /// The last line of the paragraph becomes the head of a table, if `line` is what says so.
    bool makeTable(std::string_view line);
    void addRow(std::string_view row, Wholeness wholeness);

    void closeLeaf();
    /// The leaf, and all containers but the outer `depth`.
    void closeTo(std::size_t depth);
    /// What is open is added as far as it goes: for an end that is tried out.
    void show();

    struct State {
        OpenContainers containers;
        Leaf leaf;
    };
    [[nodiscard]] State state() const;
    void restore(State state);

private:
    void addParagraph(std::string_view text, bool isTight, Wholeness wholeness);
    [[nodiscard]] bool showHead();
    void appendRow(std::vector<Prose> cells);

    BlockList& m_blocks;
    ProseMemory& m_memory;
    OpenContainers m_containers;
    Leaf m_leaf;
};

} // namespace tf::ui
