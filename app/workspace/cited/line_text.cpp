#include "app/workspace/cited/line_text.h"

#include <algorithm>

namespace tf::workspace {

LineText::LineText(std::string text)
    : m_text(std::move(text))
{
    constexpr std::size_t kUsualLine = 40; // bytes
    m_starts.reserve(m_text.size() / kUsualLine + 1);
    for (std::size_t at = 0; at < m_text.size();) {
        m_starts.push_back(at);
        const auto newline = m_text.find('\n', at);
        m_longest = std::max(m_longest, std::min(newline, m_text.size()) - at);
        m_hasReturns = m_hasReturns
            || (newline != std::string::npos && newline > at && m_text[newline - 1] == '\r');
        at = newline == std::string::npos ? m_text.size() : newline + 1;
    }
}

std::string_view LineText::line(std::size_t idx) const
{
    const std::size_t begin = m_starts[idx];
    const std::size_t end = idx + 1 < m_starts.size() ? m_starts[idx + 1] : m_text.size();
    std::string_view line = std::string_view(m_text).substr(begin, end - begin);
    if (line.ends_with('\n'))
        line.remove_suffix(1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

} // namespace tf::workspace
