#include "engine/run/activations.h"

#include "engine/run/carver.h"

#include <algorithm>

namespace tf::engine {

namespace {

StepBuffers stepBuffers(const ActivationSizes& sizes, Carver& carver)
{
    const Limits& limits = sizes.limits;
    StepBuffers step;
    step.tokens = carver.array<std::int32_t>(limits.rows);
    step.wanted = carver.array<std::int32_t>(limits.rows);
    step.sequences = carver.array<BatchSequence>(limits.sequences);
    step.pages =
        carver.array<std::int32_t>(limits.sequences * blocksFor(sizes.config, limits.positions));
    step.inverseFrequencies = carver.array<double>(sizes.config.rotaryDims / 2);
    return step;
}

/// What attention gives. Where the query was rotated into another buffer, its own is free by then
/// and, being F32, has room.
Tensor outBeside(const AttentionBuffers& attention, DType type, Carver& carver)
{
    const Tensor& query = attention.query;
    const std::int64_t stride = Carver::spreadStride(type, query.cols);
    if (type != DType::F32
        && stride * std::int64_t(bytesOf(type)) <= query.stride * std::int64_t(sizeof(float)))
        return {query.data, type, query.rows, query.cols, stride};
    return carver.spreadTensor(type, query.rows, query.cols);
}

AttentionBuffers attentionBuffers(const ActivationSizes& sizes, Carver& carver)
{
    const std::int64_t rows = sizes.limits.rows;
    const std::int64_t numHeads = sizes.shard.heads.count();
    const std::int64_t width = numHeads * sizes.config.headDim;
    const std::int64_t keyWidth = sizes.shard.kvHeads.count() * sizes.config.headDim;
    const int sharers = sizes.shard.numSharers;
    AttentionBuffers attention;
    attention.query = carver.tensor(DType::F32, rows, width);
    attention.rotatedQuery =
        sizes.type == DType::F32 ? attention.query : carver.tensor(sizes.type, rows, width);
    attention.key = carver.tensor(DType::F32, rows, keyWidth);
    attention.value = carver.tensor(DType::F32, rows, keyWidth);
    if (sharers == 1) {
        attention.out = outBeside(attention, sizes.type, carver);
        attention.joined = attention.out;
        return attention;
    }
    attention.out = carver.tensor(DType::F32, rows, width);
    attention.logSum = carver.array<float>(rows * numHeads);
    attention.allOuts = carver.array<float>(sharers * rows * width);
    attention.allLogSums = carver.array<float>(sharers * rows * numHeads);
    attention.joined = carver.spreadTensor(sizes.type, rows, width);
    return attention;
}

IndexBuffers indexBuffers(const ActivationSizes& sizes, Carver& carver)
{
    const std::int64_t rows = sizes.limits.rows;
    const SparseAttention& sparse = sizes.config.sparse;
    const std::int64_t width = std::int64_t(sparse.indexHeads) * sparse.indexDim;
    const std::int64_t chosen = rows * sparse.indexHeads * sparse.topK;
    IndexBuffers index;
    index.query = carver.tensor(DType::F32, rows, width);
    index.rotatedQuery =
        sizes.type == DType::F32 ? index.query : carver.tensor(sizes.type, rows, width);
    index.key = carver.tensor(DType::F32, rows, sparse.indexDim);
    index.candidates = carver.array<Candidate>(chosen);
    index.allCandidates = carver.array<Candidate>(sizes.shard.ranks * chosen);
    index.blocks = carver.array<std::int32_t>(chosen);
    return index;
}

ExpertBuffers expertBuffers(const ActivationSizes& sizes, Carver& carver)
{
    const std::int64_t rows = sizes.limits.rows;
    const std::int64_t topK = sizes.config.expertsPerToken;
    const std::int64_t width =
        std::max(sizes.shard.expertWidth.count(), sizes.shard.sharedWidth.count());
    const std::int64_t denseWidth = sizes.shard.denseWidth.count();
    ExpertBuffers experts;
    experts.ids = carver.array<std::int32_t>(rows * topK);
    experts.weights = carver.array<float>(rows * topK);
    const std::int64_t stride = Carver::spreadStride(sizes.type, width);
    const std::int64_t denseStride = Carver::spreadStride(sizes.type, denseWidth);
    const Tensor all =
        carver.tensor(sizes.type, 1, std::max(rows * (topK + 1) * stride, rows * denseStride));
    experts.act = {all.data, sizes.type, rows * (topK + 1), width, stride};
    experts.denseAct = {all.data, sizes.type, rows, denseWidth, denseStride};
    return experts;
}

HeadBuffers headBuffers(const ActivationSizes& sizes, Carver& carver)
{
    const std::int64_t rows = sizes.limits.logitRows;
    const std::int64_t stride = sizes.shard.vocabStride;
    HeadBuffers head;
    head.hidden = carver.tensor(DType::F32, rows, sizes.config.hidden);
    head.normed = carver.tensor(sizes.type, rows, sizes.config.hidden);
    head.logits = carver.tensor(DType::F32, rows, stride);
    head.logits.cols = sizes.shard.vocab.count();
    head.allLogits = carver.array<float>(sizes.shard.ranks * rows * stride);
    return head;
}

Activations carve(const ActivationSizes& sizes, Carver& carver)
{
    const std::int64_t rows = sizes.limits.rows;
    const std::int64_t width = sizes.config.hidden;
    Activations activations;
    activations.step = stepBuffers(sizes, carver);
    activations.hidden = carver.tensor(DType::F32, rows, width);
    activations.normed = carver.spreadTensor(sizes.type, rows, width);
    activations.delta = carver.spreadTensor(DType::F32, rows, width);
    activations.index = indexBuffers(sizes, carver);
    // A layer is done with the one when it comes to the other.
    Carver besides = carver;
    activations.attention = attentionBuffers(sizes, carver);
    activations.experts = expertBuffers(sizes, besides);
    carver.skipTo(besides);
    activations.head = headBuffers(sizes, carver);
    return activations;
}

} // namespace

std::uint64_t activationBytes(const ActivationSizes& sizes)
{
    Carver carver(nullptr);
    carve(sizes, carver);
    return carver.bytes();
}

Activations layOutActivations(const ActivationSizes& sizes, std::byte* memory)
{
    Carver carver(memory);
    return carve(sizes, carver);
}

std::int64_t blocksFor(const ModelConfig& config, std::int64_t positions)
{
    return (positions + config.block() - 1) / config.block();
}

} // namespace tf::engine
