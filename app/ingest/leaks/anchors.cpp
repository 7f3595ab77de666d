#include "app/ingest/leaks/anchors.h"

#include <deque>

namespace tf::ingest {

namespace {

constexpr char folded(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
}

} // namespace

Anchors::Anchors(const std::vector<std::string_view>& words)
{
    addSymbols(words);
    m_next.assign(m_width, 0);
    m_words.resize(1);
    for (std::size_t idx = 0; idx < words.size(); ++idx)
        addWord(words[idx], static_cast<std::uint16_t>(idx));
    join();
}

void Anchors::addSymbols(const std::vector<std::string_view>& words)
{
    for (const auto word : words)
        for (const char letter : word) {
            auto& symbol = m_symbols[static_cast<unsigned char>(folded(letter))];
            if (symbol == 0)
                symbol = static_cast<std::uint8_t>(m_width++);
        }
    for (int upper = 'A'; upper <= 'Z'; ++upper)
        m_symbols[static_cast<std::size_t>(upper)] =
            m_symbols[static_cast<std::size_t>(upper) + 32];
}

std::uint8_t Anchors::symbolOf(char letter) const
{
    return m_symbols[static_cast<unsigned char>(letter)];
}

void Anchors::addWord(std::string_view word, std::uint16_t idx)
{
    std::uint32_t state = 0;
    for (const char letter : word) {
        if (m_next[state + symbolOf(letter)] == 0) {
            m_next[state + symbolOf(letter)] = static_cast<std::uint32_t>(m_next.size());
            m_next.resize(m_next.size() + m_width, 0);
            m_words.emplace_back();
        }
        state = m_next[state + symbolOf(letter)];
    }
    m_words[state / m_width].push_back(idx);
}

/// Breadth first, so that a state's longest ending that begins a word is complete before it.
void Anchors::join()
{
    std::vector<std::uint32_t> ending(m_words.size(), 0);
    std::deque<std::uint32_t> queue{0};
    while (!queue.empty()) {
        const std::uint32_t state = queue.front();
        queue.pop_front();
        for (std::uint32_t symbol = 0; symbol < m_width; ++symbol) {
            const std::uint32_t shorter = state == 0 ? 0 : m_next[ending[state / m_width] + symbol];
            std::uint32_t& next = m_next[state + symbol];
            if (next == 0) {
                next = shorter;
                continue;
            }
            ending[next / m_width] = shorter & ~kSpeaks;
            const auto& more = m_words[(shorter & ~kSpeaks) / m_width];
            auto& own = m_words[next / m_width];
            own.insert(own.end(), more.begin(), more.end());
            queue.push_back(next);
            next |= own.empty() ? 0 : kSpeaks;
        }
    }
}

} // namespace tf::ingest
