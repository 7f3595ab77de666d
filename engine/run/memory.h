#pragma once

// What a model takes on a rank, counted beforehand by the code that will take it.
//
// Admission, `m3 inspect` and the planner ask here; a model or a context that cannot fit is refused
// with these numbers.

#include "engine/run/group_options.h"
#include "engine/run/kv_pools.h"

namespace tf::engine {

struct RankNeed {
    WeightBytes weights;
    std::uint64_t activationBytes = 0;
    CacheCost cache;

    /// With a cache of `pages` pages in the whole group.
    [[nodiscard]] std::uint64_t bytes(std::int64_t pages) const;
    /// The most pages of the whole group when this rank may take `budget` bytes.
    [[nodiscard]] std::int64_t pagesIn(std::uint64_t budget) const;
};

/// Thread: any; the device is only asked.
Result<RankNeed> rankNeed(const ModelConfig& config, const MatrixSource& source,
                          const GroupOptions& options, int rank, const Device& device);

/// Of every rank.
Result<std::vector<RankNeed>> groupNeeds(const ModelConfig& config, const MatrixSource& source,
                                         const GroupOptions& options, const Device& device);

/// Positions that the group's cache holds when each rank may take `budget` bytes.
std::int64_t positionsIn(const std::vector<RankNeed>& needs, std::uint64_t budget,
                         const ModelConfig& config);

/// Bytes of cache per position, all ranks together: each page stored once.
std::uint64_t cacheBytesPerPosition(const ModelConfig& config, const Precision& precision,
                                    const Device& device);

} // namespace tf::engine
