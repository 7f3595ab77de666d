#pragma once

// Heads of patches turned by their place in time, height and width. See kernels/api/patches.h.

#include "kernels/api/patches.h"
#include "kernels/cpu/pool.h"

namespace tf::cpu {

void axisRope(const AxisRopeArgs& args, Pool& pool);

} // namespace tf::cpu
