#pragma once

// What heads of queries and keys go through before attention. See kernels/api/norm.h.

#include "kernels/api/norm.h"
#include "kernels/cpu/pool.h"

namespace tf::cpu {

void headNormRope(const HeadNormRopeArgs& args, Pool& pool);

} // namespace tf::cpu
