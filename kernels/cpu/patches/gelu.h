#pragma once

// The exact GELU of rows. See kernels/api/patches.h.

#include "kernels/api/patches.h"
#include "kernels/cpu/level.h"
#include "kernels/cpu/pool.h"

namespace tf::cpu {

void gelu(const GeluArgs& args, Pool& pool, Level level);

} // namespace tf::cpu
