#pragma once

// The cache of sources kept within bounds: the least recently used go first.
//
// What somebody fills or uses at the moment stays, and counts; so does what appeared since.
// Anybody may do it at the same time. Thread: any.

#include "kernels/base/result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>

namespace tf::ingest {

struct CacheBounds {
    std::int64_t mostBytes = 10'000'000'000; ///< of all sources together
    std::chrono::hours longestUnused = std::chrono::hours(24 * 30);
};

/// Removes all that it can before it says what it could not. Blocks: while it removes.
Result<> boundCache(const std::filesystem::path& cache, const CacheBounds& bounds);

} // namespace tf::ingest
