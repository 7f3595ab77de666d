#pragma once

// SwiGLU-OAI over the sums of a panel.

#include "kernels/api/experts.h"

namespace tf::cpu {

/// act = min(gate, limit) * sigmoid(alpha * min(gate, limit)) * (clamp(up, ±limit) + 1)
float swigluOai(float gate, float up, const SwigluOai& constants);

/// `count` numbers of a row, rounded to the type of `act`.
void swigluRow(const float* gate, const float* up, std::int64_t count, const SwigluOai& constants,
               DType type, std::byte* act);

} // namespace tf::cpu
