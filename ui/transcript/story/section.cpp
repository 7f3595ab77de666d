#include "ui/transcript/story/section.h"

#include "ui/transcript/story/plain_blocks.h"

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

bool isMarkdown(SectionKind kind)
{
    return kind == SectionKind::Text || kind == SectionKind::Reasoning;
}

QString languageOf(SectionKind kind)
{
    switch (kind) {
    case SectionKind::ToolCall:
        return u"json"_s;
    case SectionKind::Patch:
        return u"diff"_s;
    default:
        return {};
    }
}

} // namespace

Section::Section(SectionKind kind, QString name, bool isFolded)
    : m_kind(kind)
    , m_name(std::move(name))
    , m_isFolded(isFolded)
{
    if (isMarkdown(kind))
        m_document.emplace();
}

const Blocks& Section::blocks() const
{
    return m_document ? m_document->blocks() : m_blocks;
}

std::size_t Section::read(std::string_view text, std::size_t limit)
{
    if (m_numRead >= text.size())
        return blocks().size();
    const std::string_view piece = text.substr(m_numRead, limit);
    if (m_document) {
        m_numRead += piece.size();
        return m_document->append(piece);
    }
    if (m_kind == SectionKind::Question) {
        m_numRead = text.size();
        m_blocks = plainBlocks(text);
        return 0;
    }
    const std::string_view whole = wholeCharacters(piece);
    m_numRead += whole.size();
    return readCode(whole);
}

std::size_t Section::readCode(std::string_view piece)
{
    if (m_blocks.empty())
        m_blocks.emplace_back().isOpen = true;
    Block& block = m_blocks.front();
    block.kind = BlockKind::Code;
    block.code.language = languageOf(m_kind);
    appendLines(block.code, QString::fromUtf8(piece));
    return 0;
}

std::size_t Section::finish()
{
    if (m_document)
        return m_document->finish();
    if (m_blocks.empty() || !m_blocks.front().isOpen)
        return m_blocks.size();
    Block& block = m_blocks.front();
    block.isOpen = false;
    if (m_kind == SectionKind::ToolCall) {
        const QString pretty = indentedJson(block.code.text);
        block.code.text.clear();
        block.code.lines.clear();
        appendLines(block.code, pretty);
    }
    return 0;
}

} // namespace tf::ui
