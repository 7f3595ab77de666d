#include "engine/run/links.h"

namespace tf::engine {

namespace {

std::vector<std::unique_ptr<Collective>> linksAmong(int ranks)
{
    if (ranks > 1)
        return makeLocal(ranks);
    std::vector<std::unique_ptr<Collective>> alone;
    alone.push_back(makeSolo());
    return alone;
}

} // namespace

void RankLinks::abort(const Error& reason) const
{
    all->abort(reason);
    sharers->abort(reason);
}

std::vector<RankLinks> linkRanks(const std::vector<Shard>& shards)
{
    auto all = linksAmong(static_cast<int>(shards.size()));
    std::vector<RankLinks> links(shards.size());
    std::vector<std::unique_ptr<Collective>> sharers;
    for (std::size_t rank = 0; rank < shards.size(); ++rank) {
        const Shard& shard = shards[rank];
        if (shard.sharerIdx == 0)
            sharers = linksAmong(shard.numSharers);
        links[rank].all = std::move(all[rank]);
        links[rank].sharers = std::move(sharers[static_cast<std::size_t>(shard.sharerIdx)]);
    }
    return links;
}

} // namespace tf::engine
