#pragma once

// The residual stream: what a layer adds to it, and its norm. See kernels/api/norm.h.

#include "kernels/api/norm.h"
#include "kernels/cpu/pool.h"

namespace tf::cpu {

void addNorm(const AddNormArgs& args, Pool& pool);

/// to[i] = from[i] * rsqrt(mean(from^2) + epsilon) * (1 + weight[i]); `to` may be `from`.
void gemmaNorm(const float* from, const float* weight, std::int64_t count, float epsilon,
               float* to);

} // namespace tf::cpu
