#pragma once

// Bytes of patches as the numbers that a model was trained on. See kernels/api/patches.h.

#include "kernels/api/patches.h"
#include "kernels/cpu/pool.h"

namespace tf::cpu {

void patchRows(const PatchRowsArgs& args, Pool& pool);

} // namespace tf::cpu
