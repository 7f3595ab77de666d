#pragma once

// Every buffer of numbers that a rank's steps use, laid out once in one piece of memory.
//
// Laying out is a walk over the same list with or without memory behind it, so that what a plan
// counts is what a rank takes. `rows` below is the largest step's; a step uses the first of them.

#include "engine/model/shard.h"
#include "engine/run/limits.h"
#include "kernels/api/attention.h"
#include "kernels/api/batch.h"
#include "kernels/api/tensor.h"

#include <cstddef>

namespace tf::engine {

struct StepBuffers {
    std::int32_t* tokens = nullptr; ///< [rows]
    std::int32_t* wanted = nullptr; ///< [rows]: rows whose logits are wanted
    BatchSequence* sequences = nullptr; ///< [sequences]
    std::int32_t* pages = nullptr; ///< [sequences][blocks of the longest]
    double* inverseFrequencies = nullptr; ///< [rotaryDims / 2], of RoPE
};

struct AttentionBuffers {
    Tensor query; ///< F32 [rows][heads * dim], of this rank
    Tensor rotatedQuery; ///< of activation type; the same memory as query when that is F32
    Tensor key; ///< F32 [rows][kv heads * dim]
    Tensor value; ///< F32
    Tensor out; ///< this share's: of activation type, or F32 where shares are joined
    float* logSum = nullptr; ///< [rows][heads], as the next two where shares are joined
    float* allOuts = nullptr; ///< [sharers][rows][heads * dim]
    float* allLogSums = nullptr; ///< [sharers][rows][heads]
    Tensor joined; ///< of activation type; `out` where there is nothing to join
};

struct IndexBuffers {
    Tensor query; ///< F32 [rows][index heads * dim]
    Tensor rotatedQuery; ///< of activation type
    Tensor key; ///< F32 [rows][dim]
    Candidate* candidates = nullptr; ///< [rows][heads][topK]
    Candidate* allCandidates = nullptr; ///< [ranks][rows][heads][topK]
    std::int32_t* blocks = nullptr; ///< [rows][heads][topK]
};

struct ExpertBuffers {
    std::int32_t* ids = nullptr; ///< [rows][topK]
    float* weights = nullptr; ///< [rows][topK]
    Tensor act; ///< [rows * (topK + 1)][widest expert], of activation type
    Tensor denseAct; ///< [rows][dense width]; the same memory
};

struct HeadBuffers {
    Tensor hidden; ///< F32 [logitRows][hidden]
    Tensor normed; ///< of activation type
    Tensor logits; ///< F32 [logitRows][vocabStride], of this rank
    float* allLogits = nullptr; ///< [ranks][logitRows][vocabStride]
};

struct Activations {
    StepBuffers step;
    Tensor hidden; ///< F32 [rows][hidden]: the residual stream
    Tensor normed; ///< of activation type
    Tensor delta; ///< F32: what the layer adds
    AttentionBuffers attention;
    IndexBuffers index;
    ExpertBuffers experts;
    HeadBuffers head;
};

struct ActivationSizes {
    const ModelConfig& config;
    const Shard& shard;
    const Limits& limits;
    DType type = DType::F32;
};

/// Of the memory that layOutActivations() wants.
std::uint64_t activationBytes(const ActivationSizes& sizes);

/// Requires: activationBytes() at `memory`, aligned to 64.
Activations layOutActivations(const ActivationSizes& sizes, std::byte* memory);

/// Page table entries that a sequence of `positions` needs.
std::int64_t blocksFor(const ModelConfig& config, std::int64_t positions);

} // namespace tf::engine
