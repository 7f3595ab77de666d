#pragma once

// What a group is built for: the largest step, the pages there are, and in which types it computes.
//
// Everything a step needs is made once for these sizes, so that a step allocates nothing and a
// model that does not fit is refused before it is loaded.

#include "kernels/api/number.h"

#include <cstdint>

namespace tf::engine {

struct Limits {
    std::int64_t rows = 512; ///< tokens of a step, all sequences together
    std::int64_t logitRows = 64; ///< rows that meet lm_head at once; a step may want more
    std::int64_t sequences = 64; ///< of a step
    std::int64_t positions = 4096; ///< of the longest sequence
    std::int64_t pages = 64; ///< of a block of positions each, in all
};

struct Precision {
    DType activations = DType::F32; ///< F32: exact. BF16: fast
    DType kv = DType::F32; ///< K and V in the cache: F32, BF16 or F8
    DType index = DType::F32; ///< index keys in the cache
};

} // namespace tf::engine
