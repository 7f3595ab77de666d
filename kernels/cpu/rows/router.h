#pragma once

// Which experts a row goes to, and with what weight. See kernels/api/experts.h.

#include "kernels/api/experts.h"
#include "kernels/cpu/pool.h"
#include "kernels/cpu/scratch.h"

namespace tf::cpu {

void router(const RouterArgs& args, Pool& pool, Scratch& scratch);

/// What router() takes of the scratch.
std::int64_t routerScratch(std::int64_t rows, std::int64_t width, std::int64_t experts);

} // namespace tf::cpu
