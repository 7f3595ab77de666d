#pragma once

// Which blocks each row looks at: scores, and the best of them. See kernels/api/attention.h.

#include "kernels/api/device.h"
#include "kernels/cpu/level.h"
#include "kernels/cpu/pool.h"
#include "kernels/cpu/scratch.h"

namespace tf::cpu {

void index(const IndexArgs& args, Pool& pool, Scratch& scratch, Level level);

/// What index() takes of the scratch in steps of that size, its few pages' worth a thread aside.
std::int64_t indexScratch(const Workload& workload);

void merge(const MergeArgs& args, Pool& pool);

} // namespace tf::cpu
