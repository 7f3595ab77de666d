#pragma once

// Rows rounded to another type. See kernels/api/patches.h.

#include "kernels/api/patches.h"
#include "kernels/cpu/pool.h"

namespace tf::cpu {

void convert(const ConvertArgs& args, Pool& pool);

} // namespace tf::cpu
