#pragma once

// The layers of the vision tower over one segment, chunk by chunk of its rows.
//
// The caller has put the segment's places into the buffers. Thread: the rank's.

#include "engine/model/weights.h"
#include "engine/run/sight/sight_buffers.h"
#include "kernels/base/cancel.h"

#include <functional>
#include <span>

namespace tf::engine {

struct SightParts {
    const ModelConfig& config; ///< that has a vision part
    const VisionWeights& weights;
    Device& device;
    DType type = DType::F32; ///< of activations
};

/// Called before every chunk of every layer; an error stops the pass.
using SightBeat = std::function<Result<>(std::int64_t rows)>;

class Tower {
public:
    /// `rows`: of the segment. Requires: all outlive this.
    Tower(const SightParts& parts, const SightBuffers& buffers, std::int64_t rows,
          std::int64_t chunk);

    /// Bytes of patches → hidden.
    Result<> embed(std::span<const std::uint8_t> bytes) const;
    /// The norm before the first layer.
    void norm() const;
    Result<> layer(std::size_t layerIdx, const SightBeat& beat) const;

    [[nodiscard]] Tensor hidden() const { return m_buffers.hidden.firstRows(m_rows); }

private:
    [[nodiscard]] std::int64_t countFrom(std::int64_t begin) const;
    void keysAndValues(const VisionLayerWeights& weights, std::int64_t begin) const;
    void attention(const VisionLayerWeights& weights, std::int64_t begin) const;
    void feedForward(const VisionLayerWeights& weights, std::int64_t begin) const;
    void addNorm(const NormWeights& weights, const Tensor& hidden, const Tensor& delta,
                 const Tensor& out) const;
    void turn(const Tensor& in, const Tensor& out, std::int64_t begin) const;

    const SightParts& m_parts;
    const VisionConfig& m_vision;
    const SightBuffers& m_buffers;
    Device& m_device;
    std::int64_t m_rows;
    std::int64_t m_chunk;
};

} // namespace tf::engine
