#pragma once

// What is done to rows that are patches of a picture: bytes to numbers, norms, activation, rotation
// by place, attention without order.
//
// All of it in fp32. Rows of a segment see each other and nobody else; the caller gives one segment
// at a time. Every operation gives a row the same bits alone and among others.

#include "kernels/api/tensor.h"

#include <cstdint>

namespace tf {

/// out[row][c * n + i] = table[c][bytes[row][c * n + i]], n = out.cols / channels.
struct PatchRowsArgs {
    const std::uint8_t* bytes = nullptr; ///< [rows][out.cols]
    const float* table = nullptr; ///< [channels][256]
    std::int32_t channels = 3;
    Tensor out; ///< F32
};

/// hidden += delta (where delta has data), then out = (hidden - mean) / sqrt(variance + epsilon)
/// * weight + bias, the variance being the mean of the squared deviations from the mean.
struct LayerNormArgs {
    Tensor hidden; ///< F32 [rows][width], changed in place
    Tensor delta; ///< F32 [rows][width], or no data
    const float* weight = nullptr; ///< [width]
    const float* bias = nullptr; ///< [width]
    float epsilon = 1e-5F;
    Tensor out; ///< F32 or BF16; may be hidden; no data: only the sum is wanted
};

/// out = x/2 * (1 + erf(x / sqrt(2))): the exact GELU, not its tanh.
struct GeluArgs {
    Tensor in; ///< F32
    Tensor out; ///< F32 or BF16; may be in
};

/// out = in, rounded to out's type.
struct ConvertArgs {
    Tensor in; ///< F32
    Tensor out; ///< F32 or BF16; where it is the same memory nothing is done
};

/// Rotation by three coordinates. An axis has axisDims/2 frequencies, the same for all three; the
/// angles of a head are those of the first axis, the second, the third, and angle i turns the pair
/// (i, i + 3 * axisDims/2): pairs are as far apart as half of all that turns, not of an axis. What
/// is left of the head passes through.
struct AxisRopeArgs {
    static constexpr std::int32_t kAxes = 3;
    Tensor in; ///< F32 [rows][heads * dim]
    Tensor out; ///< F32 or BF16; may be in
    const std::int32_t* places = nullptr; ///< [rows][3]
    std::int32_t heads = 1;
    std::int32_t dim = 0;
    std::int32_t axisDims = 0; ///< even; 3 * axisDims <= dim
    const double* inverseFrequencies = nullptr; ///< [axisDims / 2]
};

/// softmax(q K^T * scale) V of each head: every row of the query sees every row of the keys.
/// Softmax in fp32, its weights rounded to q's type before they meet V. No memory grows with
/// query rows times keys.
struct AttendSegmentArgs {
    Tensor query; ///< F32 or BF16 [rows][heads * dim]
    Tensor key; ///< of the same type [keys][heads * dim], at least one row
    Tensor value;
    std::int32_t heads = 1;
    std::int32_t dim = 0;
    float scale = 1.0F;
    Tensor out; ///< F32 or BF16 [rows][heads * dim]
};

} // namespace tf
