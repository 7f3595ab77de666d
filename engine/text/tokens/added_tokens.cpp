#include "engine/text/tokens/added_tokens.h"

#include <algorithm>
#include <utility>

namespace tf::text {

namespace {

std::size_t pairOf(char first, char second)
{
    return std::size_t(static_cast<unsigned char>(first)) << 8 | static_cast<unsigned char>(second);
}

} // namespace

AddedTokens::AddedTokens(std::vector<Entry> entries)
    : m_entries(std::move(entries))
{
    std::sort(m_entries.begin(), m_entries.end(),
              [](const Entry& a, const Entry& b) { return a.text < b.text; });
    for (const Entry& entry : m_entries) {
        m_isFirst[static_cast<unsigned char>(entry.text[0])] = true;
        for (int second = 0; second < 256; ++second) {
            if (entry.text.size() == 1 || entry.text[1] == static_cast<char>(second))
                m_isBegin.set(pairOf(entry.text[0], static_cast<char>(second)));
        }
    }
}

std::optional<AddedTokens::Match> AddedTokens::find(std::string_view text, std::size_t from) const
{
    if (m_entries.empty())
        return std::nullopt;
    for (auto at = from; at < text.size(); ++at) {
        if (!m_isFirst[static_cast<unsigned char>(text[at])])
            continue;
        if (at + 1 < text.size() && !m_isBegin[pairOf(text[at], text[at + 1])])
            continue;
        if (const auto match = longestAt(text, at))
            return match;
    }
    return std::nullopt;
}

/// Narrows the sorted tokens byte by byte to those that the text goes on like.
std::optional<AddedTokens::Match> AddedTokens::longestAt(std::string_view text,
                                                         std::size_t at) const
{
    std::optional<Match> longest;
    auto low = m_entries.begin();
    auto high = m_entries.end();
    for (std::size_t depth = 0; low != high && at + depth < text.size(); ++depth) {
        const auto wanted = static_cast<unsigned char>(text[at + depth]);
        const auto byteOf = [depth](const Entry& entry) {
            return depth < entry.text.size() ? static_cast<unsigned char>(entry.text[depth]) : -1;
        };
        low = std::partition_point(low, high, [&](const Entry& e) { return byteOf(e) < wanted; });
        high = std::partition_point(low, high, [&](const Entry& e) { return byteOf(e) == wanted; });
        if (low != high && low->text.size() == depth + 1)
            longest = Match{at, at + depth + 1, low->id};
    }
    return longest;
}

std::optional<TokenId> AddedTokens::idOf(std::string_view text) const
{
    const auto entry =
        std::lower_bound(m_entries.begin(), m_entries.end(), text,
                         [](const Entry& e, std::string_view t) { return e.text < t; });
    if (entry == m_entries.end() || entry->text != text)
        return std::nullopt;
    return entry->id;
}

} // namespace tf::text
