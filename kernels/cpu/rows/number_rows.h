#pragma once

// Rows of activations, F32 or BF16, seen as floats.

#include "kernels/api/tensor.h"
#include "kernels/base/check.h"

#include <cstdint>
#include <cstring>

namespace tf::cpu {

inline const float* floatRow(const Tensor& tensor, std::int64_t rowIdx)
{
    return reinterpret_cast<const float*>(tensor.row(rowIdx));
}

inline void storeFloats(const float* values, std::int64_t count, DType type, std::byte* to)
{
    if (type == DType::F32) {
        std::memcpy(to, values, static_cast<std::size_t>(count) * sizeof(float));
        return;
    }
    CHECK(type == DType::BF16, "activations are F32 or BF16");
    auto* out = reinterpret_cast<BFloat16*>(to);
    for (std::int64_t idx = 0; idx < count; ++idx)
        out[idx] = toBFloat16(values[idx]);
}

inline void loadFloats(const std::byte* from, DType type, std::int64_t count, float* values)
{
    if (type == DType::F32) {
        std::memcpy(values, from, static_cast<std::size_t>(count) * sizeof(float));
        return;
    }
    CHECK(type == DType::BF16, "activations are F32 or BF16");
    const auto* in = reinterpret_cast<const BFloat16*>(from);
    for (std::int64_t idx = 0; idx < count; ++idx)
        values[idx] = toFloat(in[idx]);
}

} // namespace tf::cpu
