#include "engine/run/layer_pass.h"

#include <cmath>

namespace tf::engine {

namespace {

/// Without data: nothing to add, or no result wanted.
const Tensor kNoTensor;

} // namespace

LayerPass::LayerPass(const ForwardParts& parts, const Batch& batch)
    : m_parts(parts)
    , m_config(parts.config)
    , m_activations(parts.activations)
    , m_device(parts.device)
    , m_batch(batch)
    , m_rows(batch.numRows)
    , m_hidden(parts.activations.hidden.firstRows(m_rows))
    , m_normed(parts.activations.normed.firstRows(m_rows))
    , m_delta(parts.activations.delta.firstRows(m_rows))
{
}

void LayerPass::addNorm(const Tensor& delta, const float* weight) const
{
    const auto epsilon = static_cast<float>(m_config.normEpsilon);
    m_device.addNorm({m_hidden, delta, weight, epsilon, m_normed});
}

void LayerPass::add(const Tensor& delta) const
{
    m_device.addNorm({m_hidden, delta, nullptr, 0.0F, kNoTensor});
}

Result<> LayerPass::attention(std::size_t layerIdx) const
{
    const LayerWeights& weights = m_parts.weights.layers[layerIdx];
    const LayerKind& kind = m_config.layers[layerIdx];
    const LayerCache& cache = m_parts.pools.layer(layerIdx);
    const AttentionBuffers& buffers = m_activations.attention;
    project(weights, kind);
    rotate(weights, kind);
    m_device.writeCache(
        {m_batch, cache, buffers.key.firstRows(m_rows), buffers.value.firstRows(m_rows),
         kind.sparseAttention ? m_activations.index.key.firstRows(m_rows) : kNoTensor});
    if (kind.sparseAttention)
        TRY(selectBlocks(cache.indexKeys));
    attend(cache, kind);
    projectOut(weights);
    sumOverRanks();
    return {};
}

void LayerPass::project(const LayerWeights& weights, const LayerKind& kind) const
{
    const AttentionBuffers& buffers = m_activations.attention;
    const IndexBuffers& index = m_activations.index;
    GemmArgs args;
    args.x = m_normed;
    args.jobs[0] = {weights.query, buffers.query.firstRows(m_rows)};
    args.jobs[1] = {weights.key, buffers.key.firstRows(m_rows)};
    args.jobs[2] = {weights.value, buffers.value.firstRows(m_rows)};
    args.numJobs = 3;
    if (kind.sparseAttention) {
        args.jobs[3] = {weights.indexQuery, index.query.firstRows(m_rows)};
        args.jobs[4] = {weights.indexKey, index.key.firstRows(m_rows)};
        args.numJobs = 5;
    }
    m_device.gemm(args);
}

void LayerPass::rotate(const LayerWeights& weights, const LayerKind& kind) const
{
    const AttentionBuffers& buffers = m_activations.attention;
    const IndexBuffers& index = m_activations.index;
    rotate(buffers.query, buffers.rotatedQuery, weights.queryNorm, m_config.headDim);
    rotate(buffers.key, buffers.key, weights.keyNorm, m_config.headDim);
    if (!kind.sparseAttention)
        return;
    const std::int32_t dim = m_config.sparse.indexDim;
    rotate(index.query, index.rotatedQuery, weights.indexQueryNorm, dim);
    rotate(index.key, index.key, weights.indexKeyNorm, dim);
}

void LayerPass::rotate(const Tensor& in, const Tensor& out, const float* weight,
                       std::int32_t dim) const
{
    HeadNormRopeArgs args;
    args.batch = m_batch;
    args.in = in.firstRows(m_rows);
    args.out = out.firstRows(m_rows);
    args.weight = weight;
    args.heads = static_cast<std::int32_t>(in.cols / dim);
    args.dim = dim;
    args.epsilon = static_cast<float>(m_config.normEpsilon);
    args.rope = {m_config.rotaryDims, m_activations.step.inverseFrequencies};
    m_device.headNormRope(args);
}

/// Each rank ranks the blocks that it holds; the best of all ranks' are the selection, for every
/// index head, since any rank may hold a page of any group.
Result<> LayerPass::selectBlocks(const PageStore& indexKeys) const
{
    const SparseAttention& sparse = m_config.sparse;
    const IndexBuffers& index = m_activations.index;
    IndexArgs scan;
    scan.batch = m_batch;
    scan.query = index.rotatedQuery.firstRows(m_rows);
    scan.keys = indexKeys;
    scan.heads = sparse.indexHeads;
    scan.topK = sparse.topK;
    scan.initBlocks = sparse.initBlocks;
    scan.localBlocks = sparse.localBlocks;
    scan.candidates = index.candidates;
    m_device.index(scan);
    const std::int64_t numCandidates = m_rows * sparse.indexHeads * sparse.topK;
    m_parts.all.allGather(index.candidates, index.allCandidates,
                          numCandidates * static_cast<std::int64_t>(sizeof(Candidate)));
    TRY(m_parts.all.healthy());
    m_device.merge({index.allCandidates, m_parts.shard.ranks, m_rows, sparse.indexHeads,
                    sparse.topK, index.blocks});
    return {};
}

void LayerPass::attend(const LayerCache& cache, const LayerKind& kind) const
{
    const AttentionBuffers& buffers = m_activations.attention;
    AttendArgs args;
    args.batch = m_batch;
    args.query = buffers.rotatedQuery.firstRows(m_rows);
    args.keys = cache.keys;
    args.values = cache.values;
    args.numHeads = static_cast<std::int32_t>(m_parts.shard.heads.count());
    if (kind.sparseAttention) {
        args.blocks = m_activations.index.blocks;
        args.topK = m_config.sparse.topK;
        args.selectionHeads = m_config.sparse.indexHeads;
        args.firstSelection = static_cast<std::int32_t>(m_parts.shard.kvHeads.begin);
    }
    args.scale = 1.0F / std::sqrt(static_cast<float>(m_config.headDim));
    args.out = buffers.out.firstRows(m_rows);
    args.logSum = buffers.logSum;
    m_device.attend(args);
    if (m_parts.shard.numSharers > 1)
        joinShares();
}

/// Ranks with the same KV heads each saw a part of the context.
void LayerPass::joinShares() const
{
    const AttentionBuffers& buffers = m_activations.attention;
    const auto numHeads = static_cast<std::int32_t>(m_parts.shard.heads.count());
    const auto floatBytes = static_cast<std::int64_t>(sizeof(float));
    m_parts.sharers.allGather(buffers.out.data, buffers.allOuts,
                              m_rows * buffers.out.cols * floatBytes);
    m_parts.sharers.allGather(buffers.logSum, buffers.allLogSums, m_rows * numHeads * floatBytes);
    m_device.joinShares({buffers.allOuts, buffers.allLogSums, m_parts.shard.numSharers, numHeads,
                         m_config.headDim, buffers.joined.firstRows(m_rows)});
}

void LayerPass::projectOut(const LayerWeights& weights) const
{
    const Shard& shard = m_parts.shard;
    const Tensor joined = m_activations.attention.joined.firstRows(m_rows);
    GemmArgs args;
    args.x = joined.columns(shard.outBegin(m_config), shard.outColumns.count());
    args.jobs[0] = {weights.out, m_delta};
    args.numJobs = 1;
    m_device.gemm(args);
}

void LayerPass::feedForward(std::size_t layerIdx) const
{
    const LayerWeights& weights = m_parts.weights.layers[layerIdx];
    const ExpertBuffers& buffers = m_activations.experts;
    const bool routed = m_config.layers[layerIdx].experts;
    ExpertsArgs args;
    args.x = m_normed;
    args.act = buffers.denseAct;
    if (routed) {
        route(weights);
        args.ids = buffers.ids;
        args.weights = buffers.weights;
        args.topK = m_config.expertsPerToken;
        args.experts = weights.experts.data();
        args.firstLocal = static_cast<std::int32_t>(m_parts.shard.experts.begin);
        args.numLocal = static_cast<std::int32_t>(m_parts.shard.experts.count());
        args.act = buffers.act;
    }
    args.shared = weights.shared.gate.kept == nullptr ? nullptr : &weights.shared;
    args.swiglu = {static_cast<float>(m_config.swigluAlpha),
                   static_cast<float>(m_config.swigluLimit)};
    args.out = m_delta;
    m_device.experts(args);
    sumOverRanks();
}

void LayerPass::route(const LayerWeights& weights) const
{
    RouterArgs args;
    args.x = m_normed;
    args.gate = weights.router;
    args.bias = weights.routerBias;
    args.experts = m_config.experts;
    args.topK = m_config.expertsPerToken;
    args.scale = static_cast<float>(m_config.routedScale);
    args.ids = m_activations.experts.ids;
    args.weights = m_activations.experts.weights;
    m_device.router(args);
}

void LayerPass::sumOverRanks() const
{
    m_parts.all.allReduce(reinterpret_cast<float*>(m_delta.data), m_rows * m_delta.stride);
}

} // namespace tf::engine
