#pragma once

// Attention of rows to all rows of their segment, carried along block by block.
// See kernels/api/patches.h.

#include "kernels/api/patches.h"
#include "kernels/cpu/level.h"
#include "kernels/cpu/pool.h"
#include "kernels/cpu/scratch.h"

namespace tf::cpu {

void attendSegment(const AttendSegmentArgs& args, Pool& pool, Scratch& scratch, Level level);

} // namespace tf::cpu
