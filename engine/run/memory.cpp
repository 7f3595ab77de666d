#include "engine/run/memory.h"

#include "engine/run/activations.h"

#include <algorithm>
#include <limits>

namespace tf::engine {

std::uint64_t RankNeed::bytes(std::int64_t pages) const
{
    return weights.total() + activationBytes + cache.bytes(pages);
}

std::int64_t RankNeed::pagesIn(std::uint64_t budget) const
{
    const std::uint64_t fixed = weights.total() + activationBytes;
    return budget > fixed ? cache.pagesIn(budget - fixed) : 0;
}

Result<RankNeed> rankNeed(const ModelConfig& config, const MatrixSource& source,
                          const GroupOptions& options, int rank, const Device& device)
{
    const Shard shard = TRY(shardOf(config, options.split, rank));
    RankNeed need;
    need.weights = TRY(weightBytes({config, shard, source, options.load}, device));
    need.activationBytes =
        activationBytes({config, shard, options.limits, options.precision.activations});
    need.cache = cacheCost({config, shard, options.precision}, device);
    return need;
}

Result<std::vector<RankNeed>> groupNeeds(const ModelConfig& config, const MatrixSource& source,
                                         const GroupOptions& options, const Device& device)
{
    TRY(shardOf(config, options.split, 0)); // refuses a number of ranks that does not fit
    std::vector<RankNeed> needs;
    for (int rank = 0; rank < options.split.ranks; ++rank)
        needs.push_back(TRY(rankNeed(config, source, options, rank, device)));
    return needs;
}

std::int64_t positionsIn(const std::vector<RankNeed>& needs, std::uint64_t budget,
                         const ModelConfig& config)
{
    std::int64_t pages = std::numeric_limits<std::int64_t>::max() / config.block();
    for (const RankNeed& need : needs)
        pages = std::min(pages, need.pagesIn(budget));
    return pages * config.block();
}

std::uint64_t cacheBytesPerPosition(const ModelConfig& config, const Precision& precision,
                                    const Device& device)
{
    Shard whole;
    whole.kvHeads = {0, config.kvHeads};
    return cacheCost({config, whole, precision}, device).bytes(1)
        / static_cast<std::uint64_t>(config.block());
}

} // namespace tf::engine
