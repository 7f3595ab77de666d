#include "ui/viewer/text_search.h"

#include <algorithm>

namespace tf::ui {

namespace {

constexpr std::size_t kBytesAtOnce = std::size_t(1) << 20; // some milliseconds

char smallLetter(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

} // namespace

void TextSearch::start(const QString& wanted)
{
    m_wanted = wanted.toStdString();
    std::transform(m_wanted.begin(), m_wanted.end(), m_wanted.begin(), smallLetter);
    m_found.clear();
    m_line = 0;
    m_isDone = m_wanted.empty();
}

bool TextSearch::advance(const workspace::LineText& text)
{
    const auto isSame = [](char letter, char wanted) { return smallLetter(letter) == wanted; };
    std::size_t numBytes = 0;
    while (!m_isDone && numBytes < kBytesAtOnce) {
        if (m_line >= text.numLines() || m_found.size() >= kMostFound) {
            m_isDone = true;
            break;
        }
        const std::string_view line = text.line(m_line);
        numBytes += line.size() + 1;
        for (auto at = line.begin(); m_found.size() < kMostFound;) {
            at = std::search(at, line.end(), m_wanted.begin(), m_wanted.end(), isSame);
            if (at == line.end())
                break;
            const auto begin = static_cast<std::size_t>(at - line.begin());
            m_found.push_back({m_line, begin, begin + m_wanted.size()});
            at += static_cast<std::ptrdiff_t>(m_wanted.size());
        }
        ++m_line;
    }
    return !m_isDone;
}

std::optional<std::size_t> TextSearch::firstFrom(std::size_t line) const
{
    const auto place = std::lower_bound(
        m_found.begin(), m_found.end(), line,
        [](const FoundText& one, std::size_t wanted) { return one.line < wanted; });
    if (place == m_found.end())
        return std::nullopt;
    return static_cast<std::size_t>(place - m_found.begin());
}

} // namespace tf::ui
