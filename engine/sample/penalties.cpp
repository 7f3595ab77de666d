#include "engine/sample/penalties.h"

namespace tf::engine {

Penalties::Penalties(const Sampling& sampling, std::int32_t numTokens)
    : m_repetition(sampling.repetitionPenalty)
    , m_presence(sampling.presencePenalty)
    , m_frequency(sampling.frequencyPenalty)
    , m_active(m_repetition != 1.0 || m_presence != 0 || m_frequency != 0)
    , m_numTokens(numTokens)
{
    if (m_active)
        m_places.assign(static_cast<std::size_t>(numTokens), -1);
}

Penalties::Seen& Penalties::seen(std::int32_t token)
{
    auto& place = m_places[static_cast<std::size_t>(token)];
    if (place < 0) {
        place = static_cast<std::int32_t>(m_seen.size());
        m_seen.push_back({token, 0});
    }
    return m_seen[static_cast<std::size_t>(place)];
}

void Penalties::addPrompt(std::span<const std::int32_t> tokens)
{
    if (m_repetition == 1.0) // the other penalties look at the answer alone
        return;
    for (const auto token : tokens) {
        if (token < m_numTokens)
            seen(token);
    }
}

void Penalties::addAnswer(std::int32_t token)
{
    if (m_active)
        ++seen(token).numInAnswer;
}

void Penalties::apply(std::span<float> logits) const
{
    for (const Seen& seen : m_seen) {
        auto& stored = logits[static_cast<std::size_t>(seen.token)];
        double logit = stored;
        logit = logit > 0 ? logit / m_repetition : logit * m_repetition;
        logit -= m_frequency * seen.numInAnswer;
        if (seen.numInAnswer > 0)
            logit -= m_presence;
        stored = static_cast<float>(logit);
    }
}

} // namespace tf::engine
