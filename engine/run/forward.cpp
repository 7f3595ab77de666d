#include "engine/run/forward.h"

#include "engine/run/layer_pass.h"
#include "engine/run/probing.h"

namespace tf::engine {

namespace {

/// What attention and feed-forward of one layer left in the buffers.
Result<> probeLayer(const Probing& probing, const ForwardParts& parts, int layerIdx)
{
    const LayerKind& kind = parts.config.layers[static_cast<std::size_t>(layerIdx)];
    const SparseAttention& sparse = parts.config.sparse;
    const ExpertBuffers& experts = parts.activations.experts;
    if (kind.sparseAttention)
        TRY(probing.integers(layerIdx, Probed::Blocks, parts.activations.index.blocks,
                             std::int64_t(sparse.indexHeads) * sparse.topK));
    if (kind.experts) {
        const std::int64_t topK = parts.config.expertsPerToken;
        TRY(probing.integers(layerIdx, Probed::Experts, experts.ids, topK));
        TRY(probing.floats(layerIdx, Probed::ExpertWeights, experts.weights, topK));
    }
    return {};
}

} // namespace

Result<> Forward::layers(const Batch& batch, std::span<const RowFeatures> features,
                         StopLine& stopLine, const Probe* probe) const
{
    const LayerPass pass(m_parts, batch);
    const Probing probing(probe, m_parts.device, m_parts.all.rank(), batch.numRows);
    m_parts.device.embed(
        {m_parts.weights.embedding, m_parts.activations.step.tokens, pass.hidden()});
    for (const RowFeatures& some : features)
        TRY(m_parts.device.upload(pass.hidden().row(some.firstRow), some.values,
                                  static_cast<std::uint64_t>(some.numRows * m_parts.config.hidden)
                                      * sizeof(float)));
    TRY(probing.floats(-1, Probed::Hidden, pass.hidden().data, m_parts.config.hidden));
    TRY(probing.replace(-1, pass.hidden().data));

    Tensor pending; // what the layer before adds; nothing at first
    const int numLayers = m_parts.config.numLayers();
    for (int layerIdx = 0; layerIdx < numLayers; ++layerIdx) {
        const auto idx = static_cast<std::size_t>(layerIdx);
        TRY(stopLine.check(layerIdx));
        TRY(m_parts.all.healthy());
        pass.addNorm(pending, m_parts.weights.layers[idx].inputNorm);
        TRY(pass.attention(idx));
        pass.addNorm(pass.delta(), m_parts.weights.layers[idx].postNorm);
        pass.feedForward(idx);
        pending = pass.delta();
        if (probe != nullptr) {
            pass.add(pending);
            pending = {};
            TRY(probeLayer(probing, m_parts, layerIdx));
            TRY(probing.floats(layerIdx, Probed::Hidden, pass.hidden().data,
                               m_parts.config.hidden));
            TRY(probing.replace(layerIdx, pass.hidden().data));
        }
    }
    TRY(stopLine.check(numLayers));
    TRY(m_parts.all.healthy());
    if (pending.data != nullptr)
        pass.add(pending);
    return {};
}

void Forward::head(std::int64_t begin, std::int64_t count, std::int64_t numRows) const
{
    const HeadBuffers& buffers = m_parts.activations.head;
    Device& device = m_parts.device;
    const Tensor hidden = buffers.hidden.firstRows(count);
    const Tensor normed = buffers.normed.firstRows(count);
    const Tensor logits = buffers.logits.firstRows(count);
    device.gatherRows({m_parts.activations.hidden.firstRows(numRows),
                       m_parts.activations.step.wanted + begin, hidden});
    device.addNorm({hidden, Tensor{}, m_parts.weights.norm,
                    static_cast<float>(m_parts.config.normEpsilon), normed});
    GemmArgs args;
    args.x = normed;
    args.jobs[0] = {m_parts.weights.head, logits};
    args.numJobs = 1;
    device.gemm(args);
    m_parts.all.allGather(logits.data, buffers.allLogits,
                          count * logits.stride * static_cast<std::int64_t>(sizeof(float)));
}

} // namespace tf::engine
