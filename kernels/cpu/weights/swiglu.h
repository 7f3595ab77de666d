#pragma once

// SwiGLU-OAI over the sums of a panel.

#include "kernels/api/experts.h"

namespace tf::cpu {

/// act = min(gate, limit) * sigmoid(alpha * min(gate, limit)) * (clamp(up, ±limit) + 1)
float swigluOai(float gate, float up, const SwigluOai& constants);

} // namespace tf::cpu
