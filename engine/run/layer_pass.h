#pragma once

// One step's walk through one layer: attention with its index branch, then the feed-forward.

#include "engine/run/forward.h"

namespace tf::engine {

class LayerPass {
public:
    LayerPass(const ForwardParts& parts, const Batch& batch);

    /// normed → delta, to be added to the hidden states. An error when a peer has failed: blocks
    /// that nobody chose would lead attention to pages that nobody has.
    Result<> attention(std::size_t layerIdx) const;
    void feedForward(std::size_t layerIdx) const;

    /// hidden += delta where one is pending, then normed = norm(hidden).
    void addNorm(const Tensor& delta, const float* weight) const;
    /// hidden += delta.
    void add(const Tensor& delta) const;

    [[nodiscard]] Tensor hidden() const { return m_hidden; }
    [[nodiscard]] Tensor delta() const { return m_delta; }

private:
    void project(const LayerWeights& weights, const LayerKind& kind) const;
    void rotate(const LayerWeights& weights, const LayerKind& kind) const;
    void rotate(const Tensor& in, const Tensor& out, const float* weight, std::int32_t dim) const;
    Result<> selectBlocks(const PageStore& indexKeys) const;
    void attend(const LayerCache& cache, const LayerKind& kind) const;
    void joinShares() const;
    void projectOut(const LayerWeights& weights) const;
    void route(const LayerWeights& weights) const;
    void sumOverRanks() const;

    const ForwardParts& m_parts;
    const ModelConfig& m_config;
    const Activations& m_activations;
    Device& m_device;
    Batch m_batch;
    std::int64_t m_rows = 0;
    Tensor m_hidden;
    Tensor m_normed;
    Tensor m_delta;
};

} // namespace tf::engine
