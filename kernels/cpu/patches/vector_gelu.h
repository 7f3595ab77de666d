#pragma once

// GELU over Highway's vectors, written once for AVX2 and AVX-512.

#include "kernels/cpu/level.h"

#include <cstdint>

namespace tf::cpu {

/// to[i] = gelu(from[i]); `to` may be `from`.
using GeluNumbers = void (*)(const float* from, std::int64_t count, float* to);

/// Null for a level without vectors, or a machine of another kind.
GeluNumbers vectorGelu(Level level);

} // namespace tf::cpu
