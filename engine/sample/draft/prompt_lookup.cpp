#include "engine/sample/draft/prompt_lookup.h"

#include "engine/sample/random.h"

#include <algorithm>

namespace tf::engine {

namespace {

constexpr std::size_t kFirstNumSlots = 1024;
constexpr int kMaxLinks = 64;

std::int32_t kindOf(std::size_t numTokens)
{
    if (numTokens < 4)
        return 0;
    if (numTokens < 8)
        return 1;
    return numTokens < 16 ? 2 : 3;
}

} // namespace

std::size_t PromptLookup::slotOf(std::size_t end) const
{
    std::uint64_t bits = 0;
    for (std::size_t idx = end + 1 - kShortest; idx <= end; ++idx)
        bits = mixed(bits + static_cast<std::uint32_t>(m_tokens[idx]) + 1);
    return bits & (m_newest.size() - 1);
}

void PromptLookup::extend(std::span<const std::int32_t> tokens)
{
    for (const auto token : tokens) {
        m_tokens.push_back(token);
        m_before.push_back(-1);
        if (m_tokens.size() > m_newest.size())
            growTable();
        else
            link(m_tokens.size() - 1);
    }
}

void PromptLookup::link(std::size_t end)
{
    if (end + 1 < kShortest)
        return;
    auto& newest = m_newest[slotOf(end)];
    m_before[end] = newest;
    newest = static_cast<std::int32_t>(end);
}

void PromptLookup::growTable()
{
    m_newest.assign(std::max(kFirstNumSlots, 4 * m_newest.size()), -1);
    for (std::size_t end = 0; end < m_tokens.size(); ++end)
        link(end);
}

/// How many tokens up to `end` are those up to the end of all.
std::size_t PromptLookup::numAgreeing(std::size_t end) const
{
    const auto last = m_tokens.size() - 1;
    std::size_t count = 0;
    while (count < kLongest && count <= end && m_tokens[end - count] == m_tokens[last - count])
        ++count;
    return count;
}

PromptLookup::Match PromptLookup::longestMatch() const
{
    Match best;
    if (m_tokens.size() < kShortest)
        return best;
    auto end = m_before.back();
    for (int linkIdx = 0; end >= 0 && linkIdx < kMaxLinks; ++linkIdx) {
        const auto numTokens = numAgreeing(static_cast<std::size_t>(end));
        if (numTokens >= kShortest && numTokens > best.numTokens)
            best = {end, numTokens};
        if (best.numTokens == kLongest)
            break;
        end = m_before[static_cast<std::size_t>(end)];
    }
    return best;
}

Draft PromptLookup::draft(std::int32_t most) const
{
    const auto match = longestMatch();
    if (match.numTokens == 0)
        return {};
    Draft draft;
    draft.kind = kindOf(match.numTokens);
    for (std::size_t idx = 0; std::ssize(draft.tokens) < most; ++idx) {
        const auto place = static_cast<std::size_t>(match.end) + 1 + idx;
        // Past the end the draft continues itself: a pattern repeats.
        draft.tokens.push_back(place < m_tokens.size() ? m_tokens[place]
                                                       : draft.tokens[place - m_tokens.size()]);
    }
    return draft;
}

} // namespace tf::engine
