#pragma once

// Gemma's RMS norm, and what is done to heads before attention.
//
// All of it in fp32: y = x * rsqrt(mean(x^2) + eps) * (1 + w). The 1 is added here and nowhere
// else; w is what the checkpoint holds.

#include "kernels/api/batch.h"
#include "kernels/api/tensor.h"

#include <cstdint>

namespace tf {

/// hidden += delta (where delta has data), then out = norm(hidden) rounded to out's type.
struct AddNormArgs {
    Tensor hidden; ///< F32 [rows][width], changed in place
    Tensor delta; ///< F32 [rows][width], or no data
    const float* weight = nullptr; ///< [width]
    float epsilon = 1e-6F;
    Tensor out; ///< F32 or BF16 [rows][width]; no data: only the sum is wanted
};

/// Rotation by position: the first `dims` of a head, pairs (i, i + dims/2), angle
/// position * theta^(-2i/dims). The product is rounded once to fp32 (positions below 2^24 are
/// exact); the rest of the head passes through.
struct Rope {
    std::int32_t dims = 64;
    const double* inverseFrequencies = nullptr; ///< [dims/2], made once in double
};

/// Each head of each row: norm over its dim with one weight for all heads, then RoPE at the row's
/// position. `out` may be `in`; its type may be narrower.
struct HeadNormRopeArgs {
    Batch batch;
    Tensor in; ///< F32 [rows][heads * dim]
    Tensor out; ///< F32 or BF16 [rows][heads * dim]
    const float* weight = nullptr; ///< [dim]; null: no norm (use_qk_norm false)
    std::int32_t heads = 1;
    std::int32_t dim = 128;
    float epsilon = 1e-6F;
    Rope rope;
};

} // namespace tf
