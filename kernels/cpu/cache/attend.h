#pragma once

// Attention over the chosen blocks, and the shares of several ranks put together. See
// kernels/api/attention.h.

#include "kernels/api/device.h"
#include "kernels/cpu/level.h"
#include "kernels/cpu/pool.h"
#include "kernels/cpu/scratch.h"

namespace tf::cpu {

void attend(const AttendArgs& args, Pool& pool, Scratch& scratch, Level level);

/// What attend() takes of the scratch for one row behind the longest context. Many such rows at
/// once may make it grow.
std::int64_t attendScratch(const Workload& workload);

void joinShares(const JoinSharesArgs& args, Pool& pool);

} // namespace tf::cpu
