#include "app/workspace/cited/line_text.h"

#include <algorithm>

namespace tf::workspace {

LineText::LineText(std::string text)
    : m_text(std::move(text))
{
    for (std::size_t at = 0; at < m_text.size();) {
        m_starts.push_back(at);
        const auto newline = m_text.find('\n', at);
        m_longest = std::max(m_longest, std::min(newline, m_text.size()) - at);
        at = newline == std::string::npos ? m_text.size() : newline + 1;
    }
    m_hasReturns = m_text.find("\r\n") != std::string::npos;
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
