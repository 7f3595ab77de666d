#include "engine/sample/stop_strings.h"

#include <algorithm>
#include <utility>

namespace tf::engine {

Result<StopStrings> StopStrings::make(std::vector<std::string> strings)
{
    if (std::any_of(strings.begin(), strings.end(), [](const auto& text) { return text.empty(); }))
        return Error(Code::BadInput, "an empty stop string");
    return StopStrings(std::move(strings));
}

/// Knuth, Morris, Pratt: a string's own table is what it finds in itself.
StopStrings::StopStrings(std::vector<std::string> strings)
{
    for (auto& text : strings) {
        Pattern pattern;
        pattern.text = std::move(text);
        pattern.shorter.assign(pattern.text.size() + 1, 0);
        for (std::size_t idx = 1; idx < pattern.text.size(); ++idx) {
            advance(pattern, pattern.text[idx]);
            pattern.shorter[idx + 1] = pattern.numMatched;
        }
        pattern.numMatched = 0;
        m_patterns.push_back(std::move(pattern));
    }
}

void StopStrings::advance(Pattern& pattern, char next)
{
    auto& numMatched = pattern.numMatched;
    while (numMatched > 0 && pattern.text[numMatched] != next)
        numMatched = pattern.shorter[numMatched];
    if (pattern.text[numMatched] == next)
        ++numMatched;
}

StopStrings::Matched StopStrings::advanceAll(char next)
{
    Matched matched;
    for (Pattern& pattern : m_patterns) {
        advance(pattern, next);
        const bool isWhole = pattern.numMatched == pattern.text.size();
        auto& longest = isWhole ? matched.whole : matched.begun;
        longest = std::max(longest, pattern.numMatched);
    }
    return matched;
}

StopStrings::Fed StopStrings::feed(std::string_view piece)
{
    std::size_t numBegun = m_held.size();
    for (const char next : piece) {
        if (m_state == AnswerText::Ended)
            break;
        m_held += next;
        const auto matched = advanceAll(next);
        numBegun = matched.begun;
        if (matched.whole == 0)
            continue;
        m_state = AnswerText::Ended;
        m_held.resize(m_held.size() - matched.whole);
        numBegun = 0;
    }
    Fed fed;
    fed.state = m_state;
    fed.text = m_held.substr(0, m_held.size() - numBegun);
    m_held.erase(0, fed.text.size());
    return fed;
}

std::string StopStrings::flush()
{
    for (Pattern& pattern : m_patterns)
        pattern.numMatched = 0;
    m_state = AnswerText::GoesOn;
    return std::exchange(m_held, {});
}

} // namespace tf::engine
