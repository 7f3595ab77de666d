#include "ui/markdown/block_list.h"

#include "ui/markdown/hidden_character.h"
#include "ui/markdown/utf8_mender.h"

#include <algorithm>
#include <iterator>

namespace tf::ui {

namespace {

QString codeText(std::string_view line)
{
    const bool isPlain = std::all_of(line.begin(), line.end(),
                                     [](char c) { return (c >= ' ' && c < 0x7F) || c == '\t'; });
    if (isPlain)
        return QString::fromLatin1(line.data(), static_cast<qsizetype>(line.size()));
    return revealed(toText(line));
}

} // namespace

Block& BlockList::add(BlockKind kind)
{
    m_blocks.emplace_back().kind = kind;
    return m_blocks.back();
}

void BlockList::appendCode(std::string_view line, LineEnd end)
{
    if (line.empty() && end != LineEnd::Break)
        return; // not yet a line
    Code& code = m_blocks.back().code;
    if (code.text.isEmpty() || code.text.back() == u'\n')
        code.lines.push_back(code.text.size());
    code.text += codeText(line);
    if (end == LineEnd::Break)
        code.text += u'\n';
}

void BlockList::appendRow(std::vector<Prose> cells)
{
    m_blocks.back().table.rows.push_back(std::move(cells));
}

void BlockList::setLastOpen(bool isOpen)
{
    if (!m_blocks.empty())
        m_blocks.back().isOpen = isOpen;
}

BlockList::End BlockList::end() const
{
    if (m_blocks.empty())
        return {};
    const Block& last = m_blocks.back();
    return {m_blocks.size(), last.code.text.size(), last.code.lines.size(), last.table.rows.size()};
}

bool BlockList::hasGrown(const End& end) const
{
    if (end.numBlocks == 0)
        return false;
    const Block& last = m_blocks[end.numBlocks - 1];
    return last.isOpen || last.code.text.size() != end.codeSize
        || last.table.rows.size() != end.numRows;
}

Blocks BlockList::cutTo(const End& end)
{
    const auto first = m_blocks.begin() + static_cast<std::ptrdiff_t>(end.numBlocks);
    Blocks removed(std::make_move_iterator(first), std::make_move_iterator(m_blocks.end()));
    m_blocks.erase(first, m_blocks.end());
    if (m_blocks.empty())
        return removed;
    Block& last = m_blocks.back();
    last.isOpen = false;
    last.code.text.truncate(end.codeSize);
    last.code.lines.resize(end.numLines);
    last.table.rows.resize(end.numRows);
    return removed;
}

} // namespace tf::ui
