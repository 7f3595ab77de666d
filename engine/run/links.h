#pragma once

// What joins a rank to its peers: all of them, and those that share its KV heads.

#include "engine/model/shard.h"
#include "kernels/comm/collective.h"

#include <memory>
#include <vector>

namespace tf::engine {

struct RankLinks {
    std::unique_ptr<Collective> all;
    std::unique_ptr<Collective> sharers; ///< ranks of the same groupIdx, in their order

    /// Frees every peer that waits for this rank. Thread: any.
    void abort(const Error& reason) const;
};

/// Element r is rank r's. Requires: `shards` of all ranks, in order.
std::vector<RankLinks> linkRanks(const std::vector<Shard>& shards);

} // namespace tf::engine
