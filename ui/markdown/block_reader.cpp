#include "ui/markdown/block_reader.h"

#include "ui/markdown/hidden_character.h"
#include "ui/markdown/utf8_mender.h"

#include <algorithm>
#include <utility>

namespace tf::ui {

namespace {

constexpr std::size_t kMaxBlocks = 65'536; // what comes after them is text without structure

std::string_view firstWord(std::string_view text)
{
    return text.substr(0, std::min(text.find_first_of(" \t"), text.size()));
}

bool isPunctuation(std::string_view text)
{
    return text.find_first_not_of(".,;:!?") == std::string_view::npos;
}

} // namespace

BlockReader::BlockReader(BlockList& blocks, ProseMemory& memory)
    : m_blocks(blocks)
    , m_memory(memory)
    , m_open(blocks, memory)
{
}

BlockReader::State BlockReader::state() const
{
    return {m_open.state(), m_isLineCut};
}

void BlockReader::restore(State state)
{
    m_open.restore(std::move(state.open));
    m_isLineCut = state.isLineCut;
}

void BlockReader::showOpen()
{
    m_open.show();
}

void BlockReader::readLine(std::string_view text, LineEnd end)
{
    if (std::exchange(m_isLineCut, end == LineEnd::Cut))
        return readRestOfLine(text, end);
    if (m_blocks.blocks().size() >= kMaxBlocks && !m_open.isVerbatim())
        return readWithoutStructure(text);
    Line line{LineCursor(text), end};
    line.depth = containers().match(line.cursor);
    const bool isWithin = line.depth == containers().size();
    if (isWithin && goesOnVerbatim(line))
        return;
    line.isInParagraph = isWithin && leaf().kind == LeafKind::Paragraph;
    while (openContainer(line)) { }
    if (!openLeaf(line))
        readText(line);
}

void BlockReader::readRestOfLine(std::string_view text, LineEnd end)
{
    switch (leaf().kind) {
    case LeafKind::Fenced:
    case LeafKind::Indented:
        return m_blocks.appendCode(text, end);
    case LeafKind::Formula:
        leaf().text += text;
        return;
    case LeafKind::Table:
        return m_open.addRow(text, end == LineEnd::Open ? Wholeness::Growing : Wholeness::Whole);
    case LeafKind::Paragraph:
    case LeafKind::None:
        m_open.closeLeaf();
        if (trimmed(text).empty())
            return;
        m_open.begin(LeafKind::Paragraph);
        leaf().isTight = true;
        leaf().goesOn = true;
        m_open.addToParagraph(LineCursor(text).rest());
    }
}

void BlockReader::readWithoutStructure(std::string_view text)
{
    if (leaf().kind != LeafKind::Paragraph || containers().size() > 0) {
        m_open.closeTo(0);
        m_open.begin(LeafKind::Paragraph);
    }
    m_open.addToParagraph(trimmed(text));
}

bool BlockReader::goesOnVerbatim(Line& line)
{
    if (leaf().kind == LeafKind::Fenced) {
        readFenced(line);
        return true;
    }
    if (leaf().kind != LeafKind::Formula)
        return false;
    if (line.cursor.isBlank()) {
        m_open.closeLeaf();
        return false;
    }
    readFormula(line);
    return true;
}

void BlockReader::readFenced(Line& line)
{
    const bool isClosed = line.end != LineEnd::Cut && line.cursor.indent() < kCodeIndent
        && closesFence(line.cursor.rest(), leaf().fence);
    if (isClosed) {
        leaf() = {};
        return;
    }
    line.cursor.skipIndent(leaf().indent);
    m_blocks.appendCode(line.cursor.remaining(), line.end);
}

void BlockReader::readFormula(Line& line)
{
    const auto rest = line.cursor.rest();
    const auto end = rest.find(leaf().closer);
    leaf().text += '\n';
    if (end == std::string_view::npos) {
        leaf().text += rest;
        if (leaf().text.size() > kMaxParagraph)
            m_open.closeLeaf();
        return;
    }
    leaf().text += rest.substr(0, end);
    const auto after = trimmed(rest.substr(end + leaf().closer.size()));
    if (isPunctuation(after))
        leaf().text += after;
    m_open.addFormula(leaf().text, leaf().isTight);
    leaf() = {};
    if (isPunctuation(after))
        return;
    m_open.begin(LeafKind::Paragraph);
    m_open.addToParagraph(after);
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
        m_open.closeTo(line.depth++);
        containers().pushQuote();
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
    if (!marker || !containers().isItem() || line.isDeepest || isRule(cursor.rest()))
        return false;
    line.isDeepest = true;
    line.isInParagraph = false;
    const int contentIndent = containers().contentIndent();
    m_open.closeTo(line.depth - 1);
    cursor.skip(marker->size);
    cursor.skipIndent(cursor.indent());
    containers().pushItem(*marker, contentIndent, TaskMark::None);
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
    m_open.closeTo(line.depth++);
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
    containers().pushItem(marker, markerIndent + static_cast<int>(marker.size) + gap, task);
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
    if (leaf().kind == LeafKind::Paragraph)
        return false;
    if (leaf().kind != LeafKind::Indented || line.depth < containers().size()) {
        m_open.closeTo(line.depth);
        m_open.begin(LeafKind::Indented);
        m_open.addBlock(BlockKind::Code, leaf().isTight);
    }
    containers().noteText();
    std::string_view blanks = leaf().text;
    for (auto end = blanks.find('\n'); end != std::string_view::npos; end = blanks.find('\n')) {
        m_blocks.appendCode(blanks.substr(0, end), LineEnd::Break);
        blanks.remove_prefix(end + 1);
    }
    leaf().text.clear();
    line.cursor.skipIndent(kCodeIndent);
    m_blocks.appendCode(line.cursor.remaining(), line.end);
    return true;
}

bool BlockReader::openFenced(Line& line)
{
    const auto fence = fenceAt(line.cursor.rest());
    if (!fence)
        return false;
    m_open.closeTo(line.depth);
    m_open.begin(LeafKind::Fenced);
    leaf().fence = *fence;
    leaf().fence.info = {};
    leaf().indent = line.cursor.indent();
    Code& code = m_open.addBlock(BlockKind::Code, leaf().isTight).code;
    code.info = revealed(toText(fence->info));
    code.language = revealed(toText(firstWord(fence->info)));
    return true;
}

bool BlockReader::openFormula(Line& line)
{
    const auto formula = formulaAt(line.cursor.rest());
    if (!formula || line.end == LineEnd::Cut)
        return false;
    m_open.closeTo(line.depth);
    m_open.begin(LeafKind::Formula);
    leaf().text = line.cursor.rest();
    leaf().closer = formula->closer;
    if (!formula->isClosed)
        return true;
    leaf().text.erase(leaf().text.rfind(formula->closer));
    m_open.addFormula(leaf().text, leaf().isTight);
    leaf() = {};
    return true;
}

bool BlockReader::readHeading(Line& line)
{
    const auto heading = headingAt(line.cursor.rest());
    if (!heading)
        return false;
    m_open.closeTo(line.depth);
    m_open.addProse(BlockKind::Heading, containers().beginBlock(),
                    m_memory.read(heading->text, line.wholeness()), heading->level);
    return true;
}

bool BlockReader::readUnderline(Line& line)
{
    const std::uint8_t level = underlineLevel(line.cursor.rest());
    if (level == 0 || !line.isInParagraph || leaf().goesOn)
        return false;
    const Leaf paragraph = std::exchange(leaf(), {});
    m_open.addProse(BlockKind::Heading, paragraph.isTight,
                    m_memory.read(paragraph.text, Wholeness::Whole), level);
    return true;
}

bool BlockReader::readRule(Line& line)
{
    if (!isRule(line.cursor.rest()))
        return false;
    m_open.closeTo(line.depth);
    m_open.addBlock(BlockKind::Rule, containers().beginBlock());
    return true;
}

void BlockReader::readText(Line& line)
{
    if (line.cursor.isBlank())
        return readBlank(line);
    if (leaf().kind == LeafKind::Paragraph) { // also where the containers' marks are missing
        if (!line.isInParagraph || !m_open.makeTable(line.cursor.rest()))
            m_open.addToParagraph(line.cursor.rest());
        return;
    }
    if (leaf().kind == LeafKind::Table && line.depth == containers().size())
        return m_open.addRow(line.cursor.rest(), line.wholeness());
    m_open.closeTo(line.depth);
    m_open.begin(LeafKind::Paragraph);
    m_open.addToParagraph(line.cursor.rest());
}

void BlockReader::readBlank(Line& line)
{
    if (leaf().kind == LeafKind::Indented && line.depth == containers().size()) {
        line.cursor.skipIndent(kCodeIndent);
        leaf().text += line.cursor.remaining() + '\n';
    } else {
        m_open.closeTo(line.depth);
    }
    if (!line.isNewItem)
        containers().noteBlank();
}

void BlockReader::finish()
{
    m_open.closeTo(0);
}

} // namespace tf::ui
