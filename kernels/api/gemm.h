#pragma once

// Rows times weights: out = x W^T + bias, accumulated in fp32.
//
// An x of F32 meets the weights' numbers as floats; an x of BF16 meets them as bf16 (Int4 and
// BlockFp8 codes are exact in bf16, their scale is applied to the fp32 sum of a group). Each output
// is summed in one order that depends on nothing but the weight's shape: a row gives the same bits
// alone and among five hundred others.

#include "kernels/api/tensor.h"
#include "kernels/api/weight.h"

#include <array>
#include <cstdint>

namespace tf {

struct GemmJob {
    Weight weight;
    Tensor out; ///< F32 [rows][outs]
    const float* bias = nullptr; ///< [outs], added to the finished sum; null: none
};

/// Several weights that meet the same rows (q, k, v, index q, index k): one stage, one barrier.
struct GemmArgs {
    static constexpr int kMaxJobs = 6;
    Tensor x; ///< F32 or BF16 [rows][ins]
    std::array<GemmJob, kMaxJobs> jobs;
    std::int32_t numJobs = 0;
};

/// One row of a stored matrix per id, as it is: out = table[id].
struct EmbedArgs {
    Weight table; ///< made with Device::keepRows()
    const std::int32_t* ids = nullptr; ///< [rows]
    Tensor out; ///< F32 [rows][width]
};

/// out row i = in row rowIds[i].
struct GatherRowsArgs {
    Tensor in;
    const std::int32_t* rowIds = nullptr;
    Tensor out; ///< same type and width; out.rows says how many
};

} // namespace tf
