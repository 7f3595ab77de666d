#include "vision/helper/change_telling.h"

#include <utility>

namespace tf::vision {

namespace {

constexpr std::chrono::milliseconds kBetweenChanges(200);

} // namespace

ChangeTelling::ChangeTelling(SlotDesk& desk, std::int64_t mostMoments)
    : m_desk(desk)
    , m_finder(mostMoments)
{
}

Result<> ChangeTelling::look(const ClipFrame& frame)
{
    obey(TRY(m_finder.look(frame.index(), frame.time(), TRY(frame.screen()))));
    m_seen.secondsRead = frame.time();
    if (const float change = m_finder.change(); change > 0)
        m_seen.changes.push_back({frame.time(), change});
    const bool isDue = Deadline::Clock::now() - m_lastWord >= kBetweenChanges;
    return isDue || m_seen.changes.size() == kMostChanges ? tell() : Result<>();
}

Result<std::vector<SeenAgain>> ChangeTelling::finish()
{
    auto verdict = TRY(m_finder.finish());
    obey(verdict);
    for (const auto& [index, moment] : m_moments)
        m_seen.moments.push_back(moment);
    TRY(tell());
    return std::move(verdict.again);
}

void ChangeTelling::obey(const Verdict& verdict)
{
    for (const auto index : verdict.dropped)
        m_moments.erase(index);
    for (const Moment& moment : verdict.kept)
        m_moments.insert_or_assign(
            moment.index, MomentSeen{moment.index, moment.time, moment.reason, moment.change});
}

Result<> ChangeTelling::tell()
{
    m_lastWord = Deadline::Clock::now();
    return m_desk.say(std::exchange(m_seen, {{}, m_seen.secondsRead, {}}));
}

} // namespace tf::vision
