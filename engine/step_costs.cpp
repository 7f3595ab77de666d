#include "engine/step_costs.h"

namespace tf::engine {

namespace {

/// How much a new time counts: one slow step in a noisy machine changes little.
constexpr double kNewest = 0.2;

} // namespace

StepCosts::StepCosts(double sharePerToken)
    : m_sharePerToken(sharePerToken)
{
}

void StepCosts::observe(std::int64_t numTokens, double seconds)
{
    if (numTokens < 1 || numTokens > std::int64_t(m_seen.size()) || seconds <= 0)
        return;
    Seen& seen = m_seen[static_cast<std::size_t>(numTokens) - 1];
    seen.seconds = seen.any ? seen.seconds + kNewest * (seconds - seen.seconds) : seconds;
    seen.any = true;
}

std::vector<double> StepCosts::costs() const
{
    std::vector<double> costs(m_seen.size());
    double scale = 1; // of the nearest one below that was seen, or else of the first, to its guess
    bool found = false;
    for (std::size_t drafted = 0; drafted < m_seen.size() && !found; ++drafted) {
        found = m_seen[drafted].any;
        scale = found ? m_seen[drafted].seconds / guess(drafted) : scale;
    }
    for (std::size_t drafted = 0; drafted < m_seen.size(); ++drafted) {
        if (m_seen[drafted].any)
            scale = m_seen[drafted].seconds / guess(drafted);
        costs[drafted] = scale * guess(drafted);
    }
    return costs;
}

double StepCosts::guess(std::size_t numDrafted) const
{
    return 1 + m_sharePerToken * static_cast<double>(numDrafted);
}

} // namespace tf::engine
