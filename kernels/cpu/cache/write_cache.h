#pragma once

// New keys, values and index keys into their pages. See kernels/api/cache.h.

#include "kernels/api/cache.h"
#include "kernels/cpu/pool.h"

namespace tf::cpu {

void writeCache(const CacheWriteArgs& args, Pool& pool);

} // namespace tf::cpu
