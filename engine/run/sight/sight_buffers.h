#pragma once

// The memory of one look: what a segment keeps whole, and what a chunk of its rows passes through.
//
// Laid out by the same walk that counts it.

#include "engine/model/config.h"
#include "kernels/api/tensor.h"

#include <cstddef>

namespace tf::engine {

/// Where F32 and the activations' type are one, so is their memory.
struct CastRows {
    Tensor floats; ///< F32: what a product leaves
    Tensor cast; ///< of activation type: what the next one takes
};

struct SightBuffers {
    // Of a whole segment.
    Tensor hidden; ///< F32 [rows][hidden]
    Tensor key; ///< of activation type, turned
    Tensor value;
    std::int32_t* places = nullptr; ///< [rows][3]
    // Of a chunk.
    std::uint8_t* bytes = nullptr; ///< [chunk][a patch's numbers]
    Tensor pixels; ///< F32
    Tensor normed; ///< of activation type
    CastRows query;
    Tensor rawKey; ///< F32; key's rows themselves where those are F32
    Tensor rawValue;
    Tensor attended; ///< of activation type
    Tensor delta; ///< F32 [chunk][hidden]
    CastRows up; ///< [chunk][width]
    CastRows tower; ///< hidden for the connector; floats are hidden's rows
    CastRows projectInner; ///< [chunk][projector]
    CastRows projected; ///< [chunk][text hidden]
    CastRows mergeInner; ///< [chunk / merged rows][projector]
    Tensor tokens; ///< F32 [chunk / merged rows][text hidden]
    // Of the device.
    float* table = nullptr; ///< [channels][256]
    double* inverseFrequencies = nullptr; ///< [axisDims / 2]
};

struct SightSizes {
    const ModelConfig& config;
    DType type = DType::F32;
    std::int64_t rows = 0; ///< of the largest segment
    std::int64_t chunk = 0; ///< at most rows; a multiple of the merged rows
};

std::uint64_t sightBytes(const SightSizes& sizes);

/// Requires: sightBytes() at `memory`, aligned to 64.
SightBuffers layOutSight(const SightSizes& sizes, std::byte* memory);

} // namespace tf::engine
