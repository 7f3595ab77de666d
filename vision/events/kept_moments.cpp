#include "vision/events/kept_moments.h"

#include <algorithm>

namespace tf::vision {

namespace {

/// Two screens that differ in no more than this share look alike.
constexpr float kAlike = 0.004F;

bool endsTheClip(FrameReason reason)
{
    return reason == FrameReason::First || reason == FrameReason::Last;
}

} // namespace

KeptMoments::KeptMoments(std::int64_t maxFrames)
    : m_maxFrames(static_cast<std::size_t>(std::max<std::int64_t>(maxFrames, 1)))
{
}

Result<> KeptMoments::offer(const FrameLook& frame, const Claim& claim, const TileMask& ignored)
{
    Kept* earlier = TRY(alike(*frame.screen, ignored));
    if (earlier == nullptr) {
        m_kept.push_back(
            {{frame.index, frame.time, claim.reason, claim.change}, frame.screen, claim.weight});
        m_fresh.push_back(frame.index);
        return {};
    }
    // The look before a change that is known already says nothing new.
    if (claim.reason == FrameReason::BeforeChange || earlier->moment.index == frame.index)
        return {};
    if (!m_again.empty() && m_again.back().index == frame.index)
        return {};
    earlier->weight += claim.weight;
    m_again.push_back({frame.index, frame.time, earlier->moment.index});
    return {};
}

Verdict KeptMoments::judge()
{
    Verdict verdict;
    while (m_kept.size() > m_maxFrames)
        dropSmallest(verdict);
    for (const Kept& kept : m_kept) {
        if (std::find(m_fresh.begin(), m_fresh.end(), kept.moment.index) != m_fresh.end())
            verdict.kept.push_back(kept.moment);
    }
    m_fresh.clear();
    return verdict;
}

std::vector<SeenAgain> KeptMoments::seenAgain() const
{
    return m_again;
}

Result<KeptMoments::Kept*> KeptMoments::alike(const SmallScreen& screen, const TileMask& ignored)
{
    for (auto kept = m_kept.rbegin(); kept != m_kept.rend(); ++kept) {
        auto difference = changedTiles(*kept->screen, screen);
        if (difference.grid == ignored.grid)
            difference.remove(ignored);
        if (TRY(patchedShare(difference)) <= kAlike)
            return &*kept;
    }
    return static_cast<Kept*>(nullptr);
}

void KeptMoments::dropSmallest(Verdict& verdict)
{
    const auto isLess = [](const Kept& a, const Kept& b) {
        const bool aEnds = endsTheClip(a.moment.reason);
        const bool bEnds = endsTheClip(b.moment.reason);
        return aEnds == bEnds ? a.weight < b.weight : bEnds;
    };
    // The first frame stays even where there is room for one alone.
    const auto smallest = std::min_element(m_kept.begin() + 1, m_kept.end(), isLess);
    const auto index = smallest->moment.index;
    m_kept.erase(smallest);
    std::erase_if(m_again, [&](const SeenAgain& again) { return again.like == index; });
    if (std::erase(m_fresh, index) == 0)
        verdict.dropped.push_back(index);
}

} // namespace tf::vision
