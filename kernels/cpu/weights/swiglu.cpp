#include "kernels/cpu/weights/swiglu.h"

#include <algorithm>
#include <cmath>

namespace tf::cpu {

float swigluOai(float gate, float up, const SwigluOai& constants)
{
    const float g = std::min(gate, constants.limit); // no lower clamp: as the model was trained
    const float u = std::clamp(up, -constants.limit, constants.limit);
    return g / (1.0F + std::exp(-constants.alpha * g)) * (u + 1.0F);
}

} // namespace tf::cpu
