#include "engine/activity_meter.h"

namespace tf::engine {

namespace {

constexpr std::chrono::milliseconds kTellEvery{250};

double perSecond(std::int64_t count, std::chrono::duration<double> took)
{
    return took.count() > 0 ? static_cast<double>(count) / took.count() : 0;
}

} // namespace

ActivityMeter::ActivityMeter(std::shared_ptr<ActivityBox> box, Time now)
    : m_box(std::move(box))
    , m_told(now)
{
}

void ActivityMeter::addPrompt(std::int64_t tokens, std::int64_t cached)
{
    m_sums.promptTokens += tokens;
    m_sums.cachedTokens += cached;
}

void ActivityMeter::addAnswered(std::int64_t tokens)
{
    m_sums.answerTokens += tokens;
    m_answered += tokens;
}

bool ActivityMeter::isDue(Time now) const
{
    return m_box && now - m_told >= kTellEvery;
}

void ActivityMeter::tell(Activity now, Time when)
{
    if (!m_box)
        return;
    now.promptTokens = m_sums.promptTokens;
    now.cachedTokens = m_sums.cachedTokens;
    now.answerTokens = m_sums.answerTokens;
    now.promptTokensPerSecond = perSecond(m_read, when - m_told);
    now.answerTokensPerSecond = perSecond(m_answered, when - m_told);
    m_told = when;
    m_read = 0;
    m_answered = 0;
    m_box->post(now);
}

} // namespace tf::engine
