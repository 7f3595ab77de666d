#pragma once

// Feed-forward of a layer: experts chosen per row, and one that every row meets.
//
// SwiGLU-OAI: g = min(gate, limit); u = clamp(up, -limit, limit);
//   act = g * sigmoid(alpha * g) * (u + 1), rounded to x's type. The gate has no lower clamp.
// A row's experts are added in the order of its ids, then the shared one, all in fp32, so a row
// gives the same bits whatever stands beside it. A dense layer is a shared expert alone.

#include "kernels/api/tensor.h"
#include "kernels/api/weight.h"

#include <cstdint>

namespace tf {

/// scores = sigmoid(gate x), all fp32. The topK largest scores + bias win, lower id first among
/// equals; the bias takes no part in the weights: weight = score / sum of the winners' * scale.
/// ids come out ascending. A score that is not a number loses against every other.
struct RouterArgs {
    Tensor x; ///< F32 or BF16 [rows][width]
    const float* gate = nullptr; ///< [experts][width]
    const float* bias = nullptr; ///< [experts]; null: none
    std::int32_t experts = 0;
    std::int32_t topK = 0;
    float scale = 1.0F;
    std::int32_t* ids = nullptr; ///< [rows][topK]
    float* weights = nullptr; ///< [rows][topK]
};

struct ExpertWeights {
    Weight gate;
    Weight up;
    Weight down;
};

struct SwigluOai {
    float alpha = 1.702F;
    float limit = 7.0F;
};

struct ExpertsArgs {
    Tensor x; ///< F32 or BF16 [rows][width]
    const std::int32_t* ids =
        nullptr; ///< [rows][topK], ascending in a row; null: no routed experts
    const float* weights = nullptr; ///< [rows][topK]
    std::int32_t topK = 0;
    const ExpertWeights* experts =
        nullptr; ///< [numLocal]: ids firstLocal … firstLocal + numLocal - 1
    std::int32_t firstLocal = 0;
    std::int32_t numLocal = 0; ///< ids outside are another rank's and add nothing here
    const ExpertWeights* shared = nullptr; ///< null: none
    SwigluOai swiglu;
    Tensor act; ///< scratch of x's type, [rows * (topK + 1)][largest expert width]
    Tensor out; ///< F32 [rows][width], overwritten
};

} // namespace tf
