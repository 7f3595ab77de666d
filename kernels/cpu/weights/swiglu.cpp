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

void swigluRow(const float* gate, const float* up, std::int64_t count, const SwigluOai& constants,
               DType type, std::byte* act)
{
    if (type == DType::F32) {
        auto* numbers = reinterpret_cast<float*>(act);
        for (std::int64_t idx = 0; idx < count; ++idx)
            numbers[idx] = swigluOai(gate[idx], up[idx], constants);
        return;
    }
    auto* numbers = reinterpret_cast<BFloat16*>(act);
    for (std::int64_t idx = 0; idx < count; ++idx)
        numbers[idx] = toBFloat16(swigluOai(gate[idx], up[idx], constants));
}

} // namespace tf::cpu
