#pragma once

// LayerNorm with bias, and what a layer adds before it. See kernels/api/patches.h.

#include "kernels/api/patches.h"
#include "kernels/cpu/pool.h"

namespace tf::cpu {

void layerNorm(const LayerNormArgs& args, Pool& pool);

} // namespace tf::cpu
