#include "ui/markdown/block_reader.h"

#include "ui/markdown/hidden_character.h"
#include "ui/markdown/table_row.h"
#include "ui/markdown/utf8_mender.h"

#include <algorithm>
#include <utility>

namespace tf::ui {

namespace {

constexpr std::size_t kMaxParagraph = 16384;
constexpr std::size_t kMaxColumns = 128;
constexpr std::size_t kRowsPerPart = 64;
constexpr std::size_t kMaxBlocks = 131'072; // what comes after them is text without structure

QString shown(std::string_view text)
{
    return revealed(toText(text));
}

std::string_view firstWord(std::string_view text)
{
    return text.substr(0, std::min(text.find_first_of(" \t"), text.size()));
}

/// What belongs to a table of so many columns: nothing is lost of a row that has more.
void joinExcess(std::vector<std::string>& cells, std::size_t numColumns)
{
    for (std::size_t idx = numColumns; idx < cells.size(); ++idx)
        cells[numColumns - 1] += " | " + cells[idx];
    cells.resize(std::min(cells.size(), numColumns));
}

bool isPunctuation(std::string_view text)
{
    return text.find_first_not_of(".,;:!?") == std::string_view::npos;
}

} // namespace

BlockReader::BlockReader(BlockList& blocks, ProseMemory& memory)
    : m_blocks(blocks)
    , m_memory(memory)
{
}

BlockReader::State BlockReader::state() const
{
    return {m_containers, m_leaf, m_isLineCut};
}

void BlockReader::restore(State state)
{
    m_containers = std::move(state.containers);
    m_leaf = std::move(state.leaf);
    m_isLineCut = state.isLineCut;
}

void BlockReader::readLine(std::string_view text, LineEnd end)
{
    if (std::exchange(m_isLineCut, end == LineEnd::Cut))
        return readRestOfLine(text, end);
    if (m_blocks.blocks().size() >= kMaxBlocks && !isVerbatim())
        return readWithoutStructure(text);
    Line line{LineCursor(text), end};
    line.depth = m_containers.match(line.cursor);
    const bool isWithin = line.depth == m_containers.size();
    if (isWithin && goesOnVerbatim(line))
        return;
    line.isInParagraph = isWithin && m_leaf.kind == LeafKind::Paragraph;
    while (openContainer(line)) { }
    if (!openLeaf(line))
        readText(line);
}

void BlockReader::readRestOfLine(std::string_view text, LineEnd end)
{
    switch (m_leaf.kind) {
    case LeafKind::Fenced:
    case LeafKind::Indented:
        return m_blocks.appendCode(text, end);
    case LeafKind::Formula:
        m_leaf.text += text;
        return;
    case LeafKind::Table:
        return readRow(text, end == LineEnd::Open ? Wholeness::Growing : Wholeness::Whole);
    case LeafKind::Paragraph:
    case LeafKind::None:
        closeLeaf();
        if (trimmed(text).empty())
            return;
        begin(LeafKind::Paragraph);
        m_leaf.isTight = true;
        m_leaf.goesOn = true;
        addToParagraph(LineCursor(text).rest());
    }
}

bool BlockReader::isVerbatim() const
{
    return m_leaf.kind == LeafKind::Fenced || m_leaf.kind == LeafKind::Table
        || m_leaf.kind == LeafKind::Formula;
}

void BlockReader::readWithoutStructure(std::string_view text)
{
    if (m_leaf.kind != LeafKind::Paragraph || m_containers.size() > 0) {
        closeTo(0);
        begin(LeafKind::Paragraph);
    }
    addToParagraph(trimmed(text));
}

bool BlockReader::goesOnVerbatim(Line& line)
{
    if (m_leaf.kind == LeafKind::Fenced) {
        readFenced(line);
        return true;
    }
    if (m_leaf.kind != LeafKind::Formula)
        return false;
    if (line.cursor.isBlank()) {
        closeLeaf();
        return false;
    }
    readFormula(line);
    return true;
}

void BlockReader::readFenced(Line& line)
{
    const bool isClosed = line.end != LineEnd::Cut && line.cursor.indent() < kCodeIndent
        && closesFence(line.cursor.rest(), m_leaf.fence);
    if (isClosed) {
        m_leaf = {};
        return;
    }
    line.cursor.skipIndent(m_leaf.indent);
    m_blocks.appendCode(line.cursor.remaining(), line.end);
}

void BlockReader::readFormula(Line& line)
{
    const auto rest = line.cursor.rest();
    const auto end = rest.find(m_leaf.closer);
    m_leaf.text += '\n';
    if (end == std::string_view::npos) {
        m_leaf.text += rest;
        if (m_leaf.text.size() > kMaxParagraph)
            closeLeaf();
        return;
    }
    m_leaf.text += rest.substr(0, end);
    const auto after = trimmed(rest.substr(end + m_leaf.closer.size()));
    if (isPunctuation(after))
        m_leaf.text += after;
    addFormula(m_leaf.text, m_leaf.isTight);
    m_leaf = {};
    if (isPunctuation(after))
        return;
    begin(LeafKind::Paragraph);
    addToParagraph(after);
}

bool BlockReader::openContainer(Line& line)
{
    LineCursor& cursor = line.cursor;
    if (cursor.isBlank())
        return false;
    if (line.depth == kMaxContainers)
        return openDeepContainer(line);
    if (cursor.indent() >= kCodeIndent)
        return false;
    if (cursor.next() == '>') {
        closeTo(line.depth++);
        m_containers.pushQuote();
        line.isInParagraph = false;
        cursor.skip(1);
        cursor.skipIndent(1);
        return true;
    }
    const auto marker = markerAt(cursor.rest());
    return marker && !isRule(cursor.rest()) && openItem(line, *marker);
}

bool BlockReader::openDeepContainer(Line& line)
{
    LineCursor& cursor = line.cursor;
    if (cursor.next() == '>') {
        cursor.skip(1);
        cursor.skipIndent(1);
        return true;
    }
    const auto marker = markerAt(cursor.rest());
    if (!marker || !m_containers.isItem() || line.isDeepest || isRule(cursor.rest()))
        return false;
    line.isDeepest = true;
    line.isInParagraph = false;
    const int contentIndent = m_containers.contentIndent();
    closeTo(line.depth - 1);
    cursor.skip(marker->size);
    cursor.skipIndent(cursor.indent());
    m_containers.pushItem(*marker, contentIndent, TaskMark::None);
    line.isNewItem = true;
    return true;
}

bool BlockReader::openItem(Line& line, const ItemMarker& marker)
{
    LineCursor& cursor = line.cursor;
    const bool isEmpty = trimmed(cursor.rest().substr(marker.size)).empty();
    const bool isStrange = isEmpty || (marker.isNumber && marker.number != 1);
    if (line.isInParagraph && isStrange)
        return false; // in the middle of a text a number or a dash is what it is
    closeTo(line.depth++);
    line.isInParagraph = false;
    const int markerIndent = cursor.indent();
    cursor.skip(marker.size);
    const int gap = isEmpty || cursor.indent() > kCodeIndent ? 1 : cursor.indent();
    cursor.skipIndent(gap);
    const bool mayBeTask = !marker.isNumber && cursor.indent() == 0;
    const TaskMark task = mayBeTask ? taskAt(cursor.rest()) : TaskMark::None;
    if (task != TaskMark::None) {
        cursor.skip(3);
        cursor.skipIndent(cursor.indent());
    }
    m_containers.pushItem(marker, markerIndent + static_cast<int>(marker.size) + gap, task);
    line.isNewItem = true;
    return true;
}

bool BlockReader::openLeaf(Line& line)
{
    if (line.cursor.isBlank())
        return false;
    if (line.cursor.indent() >= kCodeIndent)
        return openIndented(line);
    return readHeading(line) || openFenced(line) || openFormula(line) || readUnderline(line)
        || readRule(line);
}

bool BlockReader::openIndented(Line& line)
{
    if (m_leaf.kind == LeafKind::Paragraph)
        return false;
    if (m_leaf.kind != LeafKind::Indented || line.depth < m_containers.size()) {
        closeTo(line.depth);
        begin(LeafKind::Indented);
        addBlock(BlockKind::Code, m_leaf.isTight);
    }
    m_containers.noteText();
    std::string_view blanks = m_leaf.text;
    for (auto end = blanks.find('\n'); end != std::string_view::npos; end = blanks.find('\n')) {
        m_blocks.appendCode(blanks.substr(0, end), LineEnd::Break);
        blanks.remove_prefix(end + 1);
    }
    m_leaf.text.clear();
    line.cursor.skipIndent(kCodeIndent);
    m_blocks.appendCode(line.cursor.remaining(), line.end);
    return true;
}

bool BlockReader::openFenced(Line& line)
{
    const auto fence = fenceAt(line.cursor.rest());
    if (!fence)
        return false;
    closeTo(line.depth);
    begin(LeafKind::Fenced);
    m_leaf.fence = *fence;
    m_leaf.fence.info = {};
    m_leaf.indent = line.cursor.indent();
    Code& code = addBlock(BlockKind::Code, m_leaf.isTight).code;
    code.info = shown(fence->info);
    code.language = shown(firstWord(fence->info));
    return true;
}

bool BlockReader::openFormula(Line& line)
{
    const auto formula = formulaAt(line.cursor.rest());
    if (!formula || line.end == LineEnd::Cut)
        return false;
    closeTo(line.depth);
    begin(LeafKind::Formula);
    m_leaf.text = line.cursor.rest();
    m_leaf.closer = formula->closer;
    if (!formula->isClosed)
        return true;
    m_leaf.text.erase(m_leaf.text.rfind(formula->closer));
    addFormula(m_leaf.text, m_leaf.isTight);
    m_leaf = {};
    return true;
}

bool BlockReader::readHeading(Line& line)
{
    const auto heading = headingAt(line.cursor.rest());
    if (!heading)
        return false;
    closeTo(line.depth);
    Block& block = addBlock(BlockKind::Heading, m_containers.beginBlock());
    block.level = heading->level;
    block.prose = m_memory.read(heading->text, line.wholeness());
    return true;
}

bool BlockReader::readUnderline(Line& line)
{
    const std::uint8_t level = underlineLevel(line.cursor.rest());
    if (level == 0 || !line.isInParagraph || m_leaf.goesOn)
        return false;
    const Leaf paragraph = std::exchange(m_leaf, {});
    Block& block = addBlock(BlockKind::Heading, paragraph.isTight);
    block.level = level;
    block.prose = m_memory.read(paragraph.text, Wholeness::Whole);
    return true;
}

bool BlockReader::readRule(Line& line)
{
    if (!isRule(line.cursor.rest()))
        return false;
    closeTo(line.depth);
    addBlock(BlockKind::Rule, m_containers.beginBlock());
    return true;
}

void BlockReader::readText(Line& line)
{
    if (line.cursor.isBlank())
        return readBlank(line);
    if (m_leaf.kind == LeafKind::Paragraph) { // also where the containers' marks are missing
        if (!line.isInParagraph || !openTable(line))
            addToParagraph(line.cursor.rest());
        return;
    }
    if (m_leaf.kind == LeafKind::Table && line.depth == m_containers.size())
        return readRow(line.cursor.rest(), line.wholeness());
    closeTo(line.depth);
    begin(LeafKind::Paragraph);
    addToParagraph(line.cursor.rest());
}

void BlockReader::readBlank(Line& line)
{
    if (m_leaf.kind == LeafKind::Indented && line.depth == m_containers.size()) {
        line.cursor.skipIndent(kCodeIndent);
        m_leaf.text += line.cursor.remaining() + '\n';
    } else {
        closeTo(line.depth);
    }
    if (!line.isNewItem)
        m_containers.noteBlank();
}

bool BlockReader::openTable(Line& line)
{
    auto columns = alignmentsOf(line.cursor.rest());
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
    readRow(head, Wholeness::Whole);
    return true;
}

void BlockReader::readRow(std::string_view row, Wholeness wholeness)
{
    if (m_blocks.blocks().back().table.rows.size() >= kRowsPerPart) {
        Table& part = addBlock(BlockKind::Table, true).table;
        part.columns = m_leaf.columns;
        part.goesOn = true;
    }
    auto cells = cellsOf(row);
    joinExcess(cells, m_leaf.columns.size());
    std::vector<Prose> read;
    for (const std::string& cell : cells) {
        const bool isLast = &cell == &cells.back();
        read.push_back(m_memory.read(cell, isLast ? wholeness : Wholeness::Whole));
    }
    m_blocks.appendRow(std::move(read));
}

void BlockReader::begin(LeafKind kind)
{
    m_leaf = {};
    m_leaf.kind = kind;
    m_leaf.isTight = m_containers.beginBlock();
}

void BlockReader::addToParagraph(std::string_view text)
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

void BlockReader::addParagraph(std::string_view text, bool isTight, Wholeness wholeness)
{
    if (!text.empty())
        addBlock(BlockKind::Paragraph, isTight).prose = m_memory.read(text, wholeness);
}

/// `text` begins with its opener.
void BlockReader::addFormula(std::string_view text, bool isTight)
{
    constexpr std::string_view kWhite = " \t\n";
    text.remove_prefix(std::min<std::size_t>(2, text.size()));
    text.remove_prefix(std::min(text.find_first_not_of(kWhite), text.size()));
    text = text.substr(0, text.find_last_not_of(kWhite) + 1);
    addBlock(BlockKind::Maths, isTight).prose.text = shown(text);
}

void BlockReader::closeLeaf()
{
    const Leaf leaf = std::exchange(m_leaf, {});
    if (leaf.kind == LeafKind::Paragraph || leaf.kind == LeafKind::Formula)
        addParagraph(leaf.text, leaf.isTight, Wholeness::Whole);
}

void BlockReader::closeTo(std::size_t depth)
{
    closeLeaf();
    while (m_containers.size() > depth) {
        if (m_containers.lacksBlock())
            addBlock(BlockKind::Paragraph, m_containers.beginBlock());
        m_containers.pop();
    }
}

Block& BlockReader::addBlock(BlockKind kind, bool isTight)
{
    Block& block = m_blocks.add(kind);
    block.containers = m_containers.forBlock();
    block.isTight = isTight;
    return block;
}

void BlockReader::showOpen()
{
    if (m_leaf.kind == LeafKind::Paragraph)
        addParagraph(m_leaf.text, m_leaf.isTight, Wholeness::Growing);
    else if (m_leaf.kind == LeafKind::Formula)
        addFormula(m_leaf.text, m_leaf.isTight);
    else if (m_containers.lacksBlock())
        addBlock(BlockKind::Paragraph, m_containers.beginBlock());
    m_blocks.setLastOpen(true);
}

void BlockReader::finish()
{
    closeTo(0);
}

} // namespace tf::ui
