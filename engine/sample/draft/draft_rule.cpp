#include "engine/sample/draft/draft_rule.h"

#include <algorithm>

namespace tf::engine {

namespace {

constexpr double kMemory = 0.95; // of a record, per draft
constexpr double kFirstTried = 2; // what an empty record is taken for
constexpr double kFirstRight = 1;
constexpr double kWorthwhile = 1.05;

} // namespace

DraftRecord recordAfter(DraftRecord record, std::int32_t numRight, DraftEnd end)
{
    const double numTried = numRight + (end == DraftEnd::Wrong ? 1 : 0);
    return {record.numTried * kMemory + numTried, record.numRight * kMemory + numRight};
}

double chanceOf(const DraftRecord& record)
{
    return (record.numRight + kFirstRight) / (record.numTried + kFirstTried);
}

std::int32_t bestDraftLength(double chance, std::span<const double> stepCosts, std::int32_t most)
{
    if (stepCosts.empty())
        return 0;
    const auto longest = std::min<std::int64_t>(most, std::ssize(stepCosts) - 1);
    std::int32_t best = 0;
    double bestRate = kWorthwhile / stepCosts[0];
    double numTokens = 1;
    double reached = 1;
    for (std::int32_t length = 1; length <= longest; ++length) {
        reached *= chance;
        numTokens += reached;
        const double rate = numTokens / stepCosts[static_cast<std::size_t>(length)];
        if (rate > bestRate) {
            best = length;
            bestRate = rate;
        }
    }
    return best;
}

} // namespace tf::engine
