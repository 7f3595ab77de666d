#pragma once

// The inner loops of index and attention in floats, for AVX2 and AVX-512 alike.
//
// Written once over Highway's vectors and compiled for both. Pages of other types are widened
// first, so this serves every kind of store and query, exactly like the plain truth.

#include "kernels/cpu/cache/block_kernels.h"

#include <optional>

namespace tf::cpu {

/// Nothing for a level without vectors, or a machine of another kind.
std::optional<BlockKernels> floatKernels(Level level);

} // namespace tf::cpu
