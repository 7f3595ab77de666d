#include "ui/markdown/open_blocks.h"

#include "ui/markdown/hidden_character.h"
#include "ui/markdown/prose_cut.h"
#include "ui/markdown/table_row.h"
#include "ui/markdown/utf8_mender.h"

#include <algorithm>
#include <utility>

namespace tf::ui {

namespace {

constexpr std::size_t kMaxColumns = 128;
// A part of a table is laid out at once.
constexpr std::size_t kRowsPerPart = 64;
constexpr std::size_t kCellsPerPart = 512;
constexpr qsizetype kSignsPerPart = 8192;
constexpr qsizetype kSpanSigns = 16;
constexpr int kLeastCellCost = 256;

/// What belongs to a table of so many columns: nothing is lost of a row that has more.
void joinExcess(std::vector<std::string>& cells, std::size_t numColumns)
{
    for (std::size_t idx = numColumns; idx < cells.size(); ++idx)
        cells[numColumns - 1] += " | " + cells[idx];
    cells.resize(std::min(cells.size(), numColumns));
}

} // namespace

OpenBlocks::OpenBlocks(BlockList& blocks, ProseMemory& memory)
    : m_blocks(blocks)
    , m_memory(memory)
{
}

OpenBlocks::State OpenBlocks::state() const
{
    return {m_containers, m_leaf};
}

void OpenBlocks::restore(State state)
{
    m_containers = std::move(state.containers);
    m_leaf = std::move(state.leaf);
}

void OpenBlocks::begin(LeafKind kind)
{
    m_leaf = {};
    m_leaf.kind = kind;
    m_leaf.isTight = m_containers.beginBlock();
}

void OpenBlocks::addToParagraph(std::string_view text)
{
    if (!m_leaf.text.empty() && m_leaf.text.size() + text.size() > kMaxParagraph) {
        closeLeaf();
        begin(LeafKind::Paragraph);
        m_leaf.isTight = true;
        m_leaf.goesOn = true;
    }
    if (!m_leaf.text.empty())
        m_leaf.text += '\n';
    m_leaf.text += text;
}

void OpenBlocks::addParagraph(std::string_view text, bool isTight, Wholeness wholeness)
{
    if (!text.empty())
        addProse(BlockKind::Paragraph, isTight, m_memory.read(text, wholeness));
}

void OpenBlocks::addProse(BlockKind kind, bool isTight, Prose prose, std::uint8_t level)
{
    bool isFirst = true;
    for (Prose& stretch : cutProse(std::move(prose))) {
        Block& block = addBlock(kind, isTight || !isFirst);
        block.prose = std::move(stretch);
        block.level = level;
        isFirst = false;
    }
}

/// `text` begins with its opener.
void OpenBlocks::addFormula(std::string_view text, bool isTight)
{
    constexpr std::string_view kWhite = " \t\n";
    text.remove_prefix(std::min<std::size_t>(2, text.size()));
    text.remove_prefix(std::min(text.find_first_not_of(kWhite), text.size()));
    text = text.substr(0, text.find_last_not_of(kWhite) + 1);
    addBlock(BlockKind::Maths, isTight).prose.text = revealed(toText(text));
}

void OpenBlocks::closeLeaf()
{
    const Leaf leaf = std::exchange(m_leaf, {});
    if (leaf.kind == LeafKind::Paragraph || leaf.kind == LeafKind::Formula)
        addParagraph(leaf.text, leaf.isTight, Wholeness::Whole);
}

void OpenBlocks::closeTo(std::size_t depth)
{
    closeLeaf();
    while (m_containers.size() > depth) {
        if (m_containers.lacksBlock())
            addBlock(BlockKind::Paragraph, m_containers.beginBlock());
        m_containers.pop();
    }
}

Block& OpenBlocks::addBlock(BlockKind kind, bool isTight)
{
    Block& block = m_blocks.add(kind);
    block.containers = m_containers.forBlock();
    block.isTight = isTight;
    return block;
}

bool OpenBlocks::makeTable(std::string_view line)
{
    auto columns = alignmentsOf(line);
    if (!columns || columns->size() > kMaxColumns)
        return false;
    const auto lineBreak = m_leaf.text.rfind('\n');
    const auto begin = lineBreak == std::string::npos ? 0 : lineBreak + 1;
    const std::string head = m_leaf.text.substr(begin);
    if (cellsOf(head).size() != columns->size())
        return false;
    m_leaf.text.resize(begin == 0 ? 0 : lineBreak);
    Leaf table;
    table.kind = LeafKind::Table;
    table.isTight = m_leaf.isTight;
    if (begin > 0) {
        closeLeaf();
        table.isTight = m_containers.beginBlock();
    }
    table.columns = std::move(*columns);
    m_leaf = std::move(table);
    addBlock(BlockKind::Table, m_leaf.isTight).table.columns = m_leaf.columns;
    addRow(head, Wholeness::Whole);
    return true;
}

/// A row that has much in its cells goes on in further rows.
void OpenBlocks::addRow(std::string_view row, Wholeness wholeness)
{
    auto cells = cellsOf(row);
    joinExcess(cells, m_leaf.columns.size());
    const int maxCost =
        std::max(kLeastCellCost, kMaxProseCost / std::max<int>(1, int(cells.size())));
    std::vector<std::vector<Prose>> rows(1);
    for (std::size_t column = 0; column < cells.size(); ++column) {
        const bool isLast = column + 1 == cells.size();
        auto cut =
            cutProse(m_memory.read(cells[column], isLast ? wholeness : Wholeness::Whole), maxCost);
        rows.resize(std::max(rows.size(), cut.size()));
        for (std::size_t idx = 0; idx < cut.size(); ++idx) {
            rows[idx].resize(column);
            rows[idx].push_back(std::move(cut[idx]));
        }
    }
    for (std::vector<Prose>& part : rows)
        appendRow(std::move(part));
}

void OpenBlocks::appendRow(std::vector<Prose> cells)
{
    qsizetype signs = 0;
    for (const Prose& cell : cells)
        signs += cell.text.size() + kSpanSigns * qsizetype(cell.spans.size());
    const std::size_t numRows = m_blocks.blocks().back().table.rows.size();
    const bool isFull = numRows >= kRowsPerPart
        || (numRows > 0
            && ((numRows + 1) * m_leaf.columns.size() > kCellsPerPart
                || m_leaf.partSigns + signs > kSignsPerPart));
    if (isFull) {
        Table& part = addBlock(BlockKind::Table, true).table;
        part.columns = m_leaf.columns;
        part.goesOn = true;
    }
    m_leaf.partSigns = isFull ? signs : m_leaf.partSigns + signs;
    m_blocks.appendRow(std::move(cells));
}

bool OpenBlocks::isVerbatim() const
{
    return m_leaf.kind == LeafKind::Fenced || m_leaf.kind == LeafKind::Table
        || m_leaf.kind == LeafKind::Formula;
}

/// A line that begins with a bar, with nothing like it before it, is most likely a table's head.
bool OpenBlocks::showHead()
{
    const std::string_view text = m_leaf.text;
    const auto lineBreak = text.rfind('\n');
    const bool isFirst = lineBreak == std::string_view::npos;
    const std::string_view above = isFirst ? std::string_view() : text.substr(0, lineBreak);
    const std::string_view head = isFirst ? text : text.substr(lineBreak + 1);
    const bool isAfterBar = above.substr(above.rfind('\n') + 1).starts_with('|');
    if (!head.starts_with('|') || isAfterBar || m_leaf.goesOn)
        return false;
    const auto cells = cellsOf(head);
    if (cells.size() > kMaxColumns)
        return false;
    addParagraph(above, m_leaf.isTight, Wholeness::Whole);
    const bool isTight = isFirst ? m_leaf.isTight : m_containers.beginBlock();
    addBlock(BlockKind::Table, isTight).table.columns.resize(cells.size());
    std::vector<Prose> read;
    for (const std::string& cell : cells)
        read.push_back(m_memory.read(cell, Wholeness::Growing));
    m_blocks.appendRow(std::move(read));
    return true;
}

void OpenBlocks::show()
{
    if (m_leaf.kind == LeafKind::Paragraph && showHead())
        return m_blocks.setLastOpen(true);
    if (m_leaf.kind == LeafKind::Paragraph)
        addParagraph(m_leaf.text, m_leaf.isTight, Wholeness::Growing);
    else if (m_leaf.kind == LeafKind::Formula)
        addFormula(m_leaf.text, m_leaf.isTight);
    else if (m_containers.lacksBlock())
        addBlock(BlockKind::Paragraph, m_containers.beginBlock());
    m_blocks.setLastOpen(true);
}

} // namespace tf::ui
