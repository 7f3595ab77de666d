#include "ui/markdown/growing_document.h"

#include "ui/markdown/block_reader.h"
#include "ui/markdown/utf8_mender.h"

#include <algorithm>
#include <utility>

namespace tf::ui {

namespace {

/// Where a line that is too long is cut: behind its last space, else between two characters.
std::size_t cutOf(std::string_view line)
{
    const auto space = line.rfind(' ', kMaxLine - 1);
    if (space != std::string_view::npos && space >= kMaxLine / 2)
        return space + 1;
    std::size_t cut = kMaxLine;
    while ((static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80)
        --cut;
    return cut;
}

} // namespace

class GrowingDocument::Growth {
public:
    std::size_t append(std::string_view piece);
    std::size_t finish();
    const Blocks& blocks() const { return m_list.blocks(); }
    std::int64_t bytesRead() const { return m_memory.bytesRead(); }

private:
    void takeBack();
    void readLines();
    void tryEnd();
    std::size_t firstChanged() const;

    BlockList m_list;
    ProseMemory m_memory;
    BlockReader m_reader{m_list, m_memory};
    Utf8Mender m_mender;
    std::string m_text; ///< mended, not yet a line

    // Before the end was tried out.
    BlockReader::State m_state;
    BlockList::End m_end;
    Blocks m_tried; ///< what the last trial had added
    BlockList::End m_before; ///< where that trial had begun
    bool m_hadGrown = false; ///< it had added to the block before as well
};

void GrowingDocument::Growth::takeBack()
{
    m_memory.beginRound();
    m_before = m_end;
    m_hadGrown = m_list.hasGrown(m_before);
    m_tried = m_list.cutTo(m_end);
    m_reader.restore(std::move(m_state));
}

void GrowingDocument::Growth::readLines()
{
    std::string_view left = m_text;
    for (;;) {
        const auto end = left.substr(0, kMaxLine + 1).find('\n');
        if (end != std::string_view::npos) {
            m_reader.readLine(left.substr(0, end), LineEnd::Break);
            left.remove_prefix(end + 1);
        } else if (left.size() > kMaxLine) {
            const std::size_t cut = cutOf(left);
            m_reader.readLine(left.substr(0, cut), LineEnd::Cut);
            left.remove_prefix(cut);
        } else {
            break;
        }
    }
    m_text.erase(0, m_text.size() - left.size());
}

void GrowingDocument::Growth::tryEnd()
{
    m_state = m_reader.state();
    m_end = m_list.end();
    if (!m_text.empty() && !isUndecided(m_text))
        m_reader.readLine(m_text, LineEnd::Open);
    m_reader.showOpen();
}

/// Blocks that came out as they were the last time have not changed.
std::size_t GrowingDocument::Growth::firstChanged() const
{
    if (m_hadGrown || m_list.hasGrown(m_before))
        return m_before.numBlocks - 1;
    const auto begin = blocks().begin() + static_cast<std::ptrdiff_t>(m_before.numBlocks);
    const auto changed = std::mismatch(begin, blocks().end(), m_tried.begin(), m_tried.end()).first;
    return static_cast<std::size_t>(changed - blocks().begin());
}

std::size_t GrowingDocument::Growth::append(std::string_view piece)
{
    if (piece.empty())
        return blocks().size();
    takeBack();
    m_mender.mend(piece, m_text);
    readLines();
    tryEnd();
    return firstChanged();
}

std::size_t GrowingDocument::Growth::finish()
{
    takeBack();
    m_mender.finish(m_text);
    readLines();
    if (!m_text.empty())
        m_reader.readLine(m_text, LineEnd::Text);
    m_text.clear();
    m_reader.finish();
    m_state = m_reader.state();
    m_end = m_list.end();
    return firstChanged();
}

GrowingDocument::GrowingDocument()
    : m_growth(std::make_unique<Growth>())
{
}

GrowingDocument::~GrowingDocument() = default;
GrowingDocument::GrowingDocument(GrowingDocument&&) noexcept = default;
GrowingDocument& GrowingDocument::operator=(GrowingDocument&&) noexcept = default;

std::size_t GrowingDocument::append(std::string_view piece)
{
    return m_growth->append(piece);
}

std::size_t GrowingDocument::finish()
{
    return m_growth->finish();
}

const Blocks& GrowingDocument::blocks() const
{
    return m_growth->blocks();
}

std::int64_t GrowingDocument::bytesRead() const
{
    return m_growth->bytesRead();
}

Blocks blocksOf(std::string_view markdown)
{
    GrowingDocument document;
    document.append(markdown);
    document.finish();
    return document.blocks();
}

} // namespace tf::ui
