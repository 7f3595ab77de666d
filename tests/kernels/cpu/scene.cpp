#include "tests/kernels/cpu/scene.h"

#include "kernels/base/check.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>

namespace tf::test {

namespace {

std::vector<float> randoms(Gen& gen, std::int64_t count, DType type, double spread)
{
    std::vector<float> numbers(static_cast<std::size_t>(count));
    for (float& number : numbers) {
        // Four uniforms add up to nearly a normal, without its logarithm and cosine.
        const std::uint64_t bits = gen.bits();
        const auto sum = static_cast<double>((bits & 0xffff) + (bits >> 16 & 0xffff)
                                             + (bits >> 32 & 0xffff) + (bits >> 48));
        number = roundedTo(type, static_cast<float>((sum / 65536 - 2) * 1.732 * spread));
    }
    return numbers;
}

SceneSequence makeSequence(Gen& gen, const SceneShape& shape, std::int32_t blocks)
{
    SceneSequence sequence;
    sequence.length = gen.between(1, std::int64_t(blocks) * shape.block);
    sequence.numRows =
        static_cast<std::int32_t>(gen.between(1, std::min<std::int64_t>(sequence.length, 9)));
    const std::int64_t heads = sequence.length * shape.kvHeads * shape.dim;
    sequence.keys = randoms(gen, heads, shape.store, 1);
    sequence.values = randoms(gen, heads, shape.store, 1);
    sequence.indexKeys = randoms(gen, sequence.length * shape.indexDim, shape.store, 1);
    return sequence;
}

/// Rows of numbers in a tensor of a type.
struct Rows {
    std::vector<std::byte> bytes;
    Tensor tensor;

    Rows(const std::vector<float>& numbers, DType type, std::int64_t numRows)
        : bytes(numbers.size() * bytesOf(type) + 64)
    {
        const std::int64_t cols =
            numRows == 0 ? 0 : static_cast<std::int64_t>(numbers.size()) / numRows;
        tensor = {bytes.data(), type, numRows, cols, cols};
        if (type == DType::F32) {
            std::copy(numbers.begin(), numbers.end(), reinterpret_cast<float*>(bytes.data()));
            return;
        }
        std::transform(numbers.begin(), numbers.end(), reinterpret_cast<BFloat16*>(bytes.data()),
                       toBFloat16);
    }

    [[nodiscard]] std::vector<float> numbers() const
    {
        std::vector<float> out(static_cast<std::size_t>(tensor.rows * tensor.cols));
        for (std::size_t idx = 0; idx < out.size(); ++idx)
            out[idx] = tensor.type == DType::F32
                ? reinterpret_cast<const float*>(bytes.data())[idx]
                : toFloat(reinterpret_cast<const BFloat16*>(bytes.data())[idx]);
        return out;
    }
};

/// One share's pages, filled.
class Stage {
public:
    Stage(Device& device, const Scene& scene, PageShare share)
        : m_device(device)
        , m_scene(scene)
    {
        const SceneShape& shape = scene.shape;
        m_cache.keys = makeStore(m_memory[0], shape.kvHeads, shape.dim, share);
        m_cache.values = makeStore(m_memory[1], shape.kvHeads, shape.dim, share);
        m_cache.indexKeys = makeStore(m_memory[2], 1, shape.indexDim, share);
        spoil();
        for (const SceneSequence& sequence : scene.sequences)
            fill(sequence);
    }

    [[nodiscard]] const LayerCache& cache() const { return m_cache; }

private:
    PageStore makeStore(Buffer& memory, std::int32_t heads, std::int32_t dim, PageShare share)
    {
        PageStore store{nullptr, m_scene.shape.store, m_scene.shape.block, heads, dim, 0, share};
        store.pageBytes = m_device.cacheBytes(store);
        const std::int64_t places = m_scene.numPages / share.count + 1;
        memory = MUST(m_device.alloc(static_cast<std::uint64_t>(places * store.pageBytes)));
        store.data = memory.data();
        return store;
    }

    void write(const BatchSequence& sequence, const std::vector<float>& key,
               const std::vector<float>& value, const std::vector<float>& indexKey)
    {
        const Rows keys(key, DType::F32, sequence.numRows);
        const Rows values(value, DType::F32, sequence.numRows);
        const Rows indexKeys(indexKey, DType::F32, sequence.numRows);
        m_device.writeCache({{&sequence, 1, sequence.numRows},
                             m_cache,
                             keys.tensor,
                             values.tensor,
                             indexKeys.tensor});
    }

    void spoil()
    {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        const SceneShape& shape = m_scene.shape;
        std::vector<std::int32_t> pages(static_cast<std::size_t>(m_scene.numPages));
        std::iota(pages.begin(), pages.end(), 0);
        const BatchSequence all{0, m_scene.numPages * shape.block, 0, pages.data(),
                                m_scene.numPages};
        const auto rows = static_cast<std::size_t>(all.numRows);
        const std::vector<float> heads(rows * shape.kvHeads * shape.dim, nan);
        write(all, heads, heads, std::vector<float>(rows * shape.indexDim, nan));
    }

    /// In two pieces, as chunks of a prompt come.
    void fill(const SceneSequence& sequence)
    {
        const std::int64_t middle = sequence.firstPosition();
        for (const auto& [begin, end] :
             {std::pair(std::int64_t(0), middle), std::pair(middle, sequence.length)}) {
            const BatchSequence rows{0, static_cast<std::int32_t>(end - begin), begin,
                                     sequence.pages.data(),
                                     static_cast<std::int32_t>(sequence.pages.size())};
            if (rows.numRows > 0)
                write(rows, part(sequence.keys, sequence.length, begin, end),
                      part(sequence.values, sequence.length, begin, end),
                      part(sequence.indexKeys, sequence.length, begin, end));
        }
    }

    static std::vector<float> part(const std::vector<float>& numbers, std::int64_t length,
                                   std::int64_t begin, std::int64_t end)
    {
        const std::int64_t width = static_cast<std::int64_t>(numbers.size()) / length;
        return {numbers.begin() + begin * width, numbers.begin() + end * width};
    }

    Device& m_device;
    const Scene& m_scene;
    Buffer m_memory[3];
    LayerCache m_cache;
};

std::vector<BatchSequence> batchOf(const Scene& scene)
{
    std::vector<BatchSequence> sequences;
    std::int32_t firstRow = 0;
    for (const SceneSequence& sequence : scene.sequences) {
        sequences.push_back({firstRow, sequence.numRows, sequence.firstPosition(),
                             sequence.pages.data(),
                             static_cast<std::int32_t>(sequence.pages.size())});
        firstRow += sequence.numRows;
    }
    return sequences;
}

std::vector<std::int32_t> chooseBlocks(Device& device, const Scene& scene, const Batch& batch,
                                       const std::vector<Stage>& stages)
{
    const SceneShape& shape = scene.shape;
    const auto shares = static_cast<std::int32_t>(stages.size());
    const Rows query(scene.indexQuery, shape.query, scene.numRows);
    const std::size_t places = static_cast<std::size_t>(scene.numRows) * shape.kvHeads * shape.topK;
    std::vector<Candidate> candidates(places * stages.size());
    for (std::int32_t share = 0; share < shares; ++share)
        device.index({batch, query.tensor, stages[share].cache().indexKeys, shape.kvHeads,
                      shape.topK, shape.initBlocks, shape.localBlocks,
                      candidates.data() + places * share});
    std::vector<std::int32_t> blocks(places);
    device.merge(
        {candidates.data(), shares, scene.numRows, shape.kvHeads, shape.topK, blocks.data()});
    return blocks;
}

AttendArgs attendArgs(const Scene& scene, const Batch& batch, const LayerCache& cache)
{
    AttendArgs args;
    args.batch = batch;
    args.keys = cache.keys;
    args.values = cache.values;
    args.numHeads = scene.shape.numHeads();
    args.topK = scene.shape.topK;
    args.selectionHeads = scene.shape.kvHeads;
    args.scale = 1.0F / std::sqrt(static_cast<float>(scene.shape.dim));
    return args;
}

} // namespace

float roundedTo(DType type, float value)
{
    switch (type) {
    case DType::F32:
        return value;
    case DType::BF16:
        return toFloat(toBFloat16(value));
    case DType::F16:
        return toFloat(toHalf(value));
    case DType::F8:
        return toFloat(toFloat8(value));
    }
    UNREACHABLE();
}

Scene makeScene(Gen& gen, const SceneShape& shape, std::int32_t numSequences, std::int32_t blocks)
{
    Scene scene;
    scene.shape = shape;
    for (std::int32_t seqIdx = 0; seqIdx < numSequences; ++seqIdx) {
        scene.sequences.push_back(makeSequence(gen, shape, blocks));
        SceneSequence& sequence = scene.sequences.back();
        const auto numPages =
            static_cast<std::int32_t>((sequence.length + shape.block - 1) / shape.block);
        for (std::int32_t page = 0; page < numPages; ++page)
            sequence.pages.push_back(scene.numPages++);
        scene.numRows += sequence.numRows;
    }
    std::vector<std::int32_t> order(static_cast<std::size_t>(scene.numPages));
    std::iota(order.begin(), order.end(), 0);
    for (std::size_t idx = order.size(); idx > 1; --idx)
        std::swap(order[idx - 1], order[gen.below(idx)]);
    for (SceneSequence& sequence : scene.sequences) {
        for (std::int32_t& page : sequence.pages)
            page = order[page];
    }
    scene.query =
        randoms(gen, std::int64_t(scene.numRows) * shape.numHeads() * shape.dim, shape.query, 2);
    scene.indexQuery =
        randoms(gen, std::int64_t(scene.numRows) * shape.kvHeads * shape.indexDim, shape.query, 1);
    return scene;
}

Scene onlyRow(const Scene& scene, std::size_t seqIdx, std::int32_t rowOfSequence)
{
    const SceneShape& shape = scene.shape;
    Scene single = scene;
    std::int64_t row = rowOfSequence;
    for (std::size_t before = 0; before < seqIdx; ++before)
        row += scene.sequences[before].numRows;
    SceneSequence& sequence = single.sequences[seqIdx];
    sequence.length = sequence.firstPosition() + rowOfSequence + 1;
    sequence.numRows = 1;
    sequence.keys.resize(static_cast<std::size_t>(sequence.length * shape.kvHeads * shape.dim));
    sequence.values.resize(sequence.keys.size());
    sequence.indexKeys.resize(static_cast<std::size_t>(sequence.length * shape.indexDim));
    single.sequences = {sequence};
    single.numRows = 1;
    const auto rowOf = [row](const std::vector<float>& numbers, std::int64_t width) {
        return std::vector<float>(numbers.begin() + row * width,
                                  numbers.begin() + (row + 1) * width);
    };
    single.query = rowOf(scene.query, std::int64_t(shape.numHeads()) * shape.dim);
    single.indexQuery = rowOf(scene.indexQuery, std::int64_t(shape.kvHeads) * shape.indexDim);
    return single;
}

SceneAnswer play(Device& device, const Scene& scene, Blocks which, std::int32_t shares)
{
    std::vector<Stage> stages;
    stages.reserve(static_cast<std::size_t>(shares));
    for (std::int32_t share = 0; share < shares; ++share)
        stages.emplace_back(device, scene, PageShare{shares, share});
    const std::vector<BatchSequence> sequences = batchOf(scene);
    const Batch batch{sequences.data(), static_cast<std::int32_t>(sequences.size()), scene.numRows};
    SceneAnswer answer{chooseBlocks(device, scene, batch, stages), {}};
    const Rows query(scene.query, scene.shape.query, scene.numRows);
    const std::size_t heads = static_cast<std::size_t>(scene.numRows) * scene.shape.numHeads();
    const std::size_t width = scene.query.size();
    std::vector<float> outs(width * stages.size());
    std::vector<float> logSums(heads * stages.size());
    Rows out(scene.query, scene.shape.query, scene.numRows);
    for (std::size_t share = 0; share < stages.size(); ++share) {
        AttendArgs args = attendArgs(scene, batch, stages[share].cache());
        args.query = query.tensor;
        args.blocks = which == Blocks::All ? nullptr : answer.blocks.data();
        args.out = out.tensor;
        if (shares > 1) {
            args.out.type = DType::F32;
            args.out.data = reinterpret_cast<std::byte*>(outs.data() + share * width);
            args.logSum = logSums.data() + share * heads;
        }
        device.attend(args);
    }
    if (shares > 1)
        device.joinShares({outs.data(), logSums.data(), shares, scene.shape.numHeads(),
                           scene.shape.dim, out.tensor});
    answer.out = out.numbers();
    return answer;
}

} // namespace tf::test
