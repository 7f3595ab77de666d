#include "engine/text/tokens/pretokenizer.h"

namespace tf::text {

Result<Pretokenizer> Pretokenizer::make(std::string_view pattern, const CharTable& table)
{
    if (pattern.empty())
        return Pretokenizer(Whole{});
    if (pattern == kO200kPattern)
        return Pretokenizer(O200kScanner(table));
    return Pretokenizer(TRY(RegexSplitter::make(pattern)));
}

Pretokenizer::Run::Run(const Pretokenizer& pretokenizer, std::string_view text)
    : m_scanner(std::get_if<O200kScanner>(&pretokenizer.m_splitter))
    , m_text(text)
{
    if (const auto* regex = std::get_if<RegexSplitter>(&pretokenizer.m_splitter))
        m_regexRun.emplace(*regex, text);
}

Result<std::size_t> Pretokenizer::Run::next(std::span<std::size_t> ends)
{
    if (m_regexRun)
        return m_regexRun->next(ends);
    if (m_at == m_text.size() || ends.empty())
        return std::size_t(0);
    if (m_scanner == nullptr) {
        ends[0] = m_at = m_text.size();
        return std::size_t(1);
    }
    const auto numPieces = m_scanner->split(m_text, m_at, ends);
    m_at = ends[numPieces - 1];
    return numPieces;
}

} // namespace tf::text
