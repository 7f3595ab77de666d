// Sparse attention on the CPU at depth: choosing blocks, and attending to them, one line a case.
//
// The shape of the model at hand: 64 query heads and 4 of keys and values x 128, 4 index heads x
// 128, blocks of 128, 16 of them chosen. Rows either choose alike, as neighbours in a text do, or
// each for itself, which is the worst case. FLOPs are those of the chosen keys alone, bytes those
// of the cache read once; the roofs are asked before each case. The first argument is a level
// (0 plain … 3 AVX-512 BF16), the second the number of threads.

#include "kernels/base/words.h"
#include "kernels/bench/probe.h"
#include "kernels/cpu/cpu_device.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <random>
#include <vector>

namespace {

constexpr std::int32_t kHeads = 64;
constexpr std::int32_t kKvHeads = 4;
constexpr std::int32_t kDim = 128;
constexpr std::int32_t kBlock = 128;
constexpr std::int32_t kTopK = 16;
constexpr int kRuns = 7;

enum class Neighbours : std::uint8_t { Alike, Apart };

struct Case {
    std::int64_t depth;
    std::int32_t rows;
    Neighbours neighbours;
    tf::DType store;
};

/// A layer's cache, full, and queries for the last rows.
class Layer {
public:
    Layer(tf::Device& device, const Case& what)
        : m_device(device)
        , m_case(what)
        , m_numBlocks(static_cast<std::int32_t>((what.depth + what.rows + kBlock - 1) / kBlock))
    {
        m_cache.keys = makeStore(m_keys, kKvHeads);
        m_cache.values = makeStore(m_values, kKvHeads);
        m_cache.indexKeys = makeStore(m_indexKeys, 1);
        m_pages.resize(static_cast<std::size_t>(m_numBlocks));
        std::iota(m_pages.begin(), m_pages.end(), 0);
        std::shuffle(m_pages.begin(), m_pages.end(), m_random);
        m_sequence = {0, what.rows, what.depth, m_pages.data(), m_numBlocks};
        fill();
        m_query = queries(kHeads);
        m_indexQuery = queries(kKvHeads);
        m_out.resize(m_query.size());
        m_candidates.resize(static_cast<std::size_t>(what.rows) * kKvHeads * kTopK);
        m_blocks.resize(m_candidates.size());
    }

    void choose()
    {
        m_device.index({batch(), tensor(m_indexQuery, kKvHeads), m_cache.indexKeys, kKvHeads, kTopK,
                        0, 1, m_candidates.data()});
        m_device.merge({m_candidates.data(), 1, m_case.rows, kKvHeads, kTopK, m_blocks.data()});
    }

    void attend(const std::int32_t* blocks)
    {
        tf::AttendArgs args;
        args.batch = batch();
        args.query = tensor(m_query, kHeads);
        args.keys = m_cache.keys;
        args.values = m_cache.values;
        args.numHeads = kHeads;
        args.blocks = blocks;
        args.topK = kTopK;
        args.selectionHeads = kKvHeads;
        args.scale = 1.0F / std::sqrt(static_cast<float>(kDim));
        args.out = tensor(m_out, kHeads);
        m_device.attend(args);
    }

    [[nodiscard]] const std::int32_t* blocks() const { return m_blocks.data(); }
    [[nodiscard]] double indexKeyBytes() const
    {
        return double(m_case.depth) * kDim * double(tf::bytesOf(m_case.store));
    }
    [[nodiscard]] double indexFlops() const
    {
        return double(m_case.rows) * double(m_case.depth) * kKvHeads * kDim * 2;
    }
    /// Of chosen keys, or of all.
    [[nodiscard]] double attendFlops(bool chosen) const
    {
        const double keys =
            chosen ? std::min<double>(double(m_case.depth), kTopK * kBlock) : double(m_case.depth);
        return double(m_case.rows) * keys * kHeads * kDim * 4;
    }
    [[nodiscard]] double attendBytes(bool chosen) const
    {
        const double keys =
            chosen ? std::min<double>(double(m_case.depth), kTopK * kBlock) : double(m_case.depth);
        return keys * kKvHeads * kDim * 2 * double(tf::bytesOf(m_case.store));
    }

private:
    tf::PageStore makeStore(tf::Buffer& memory, std::int32_t heads)
    {
        tf::PageStore store{nullptr, m_case.store, kBlock, heads, kDim, 0, {}};
        store.pageBytes = m_device.cacheBytes(store);
        memory = MUST(m_device.alloc(static_cast<std::uint64_t>(m_numBlocks * store.pageBytes)));
        store.data = memory.data();
        return store;
    }

    void fill()
    {
        std::normal_distribution<float> normal;
        std::vector<float> rows(std::size_t(kBlock) * kKvHeads * kDim);
        for (float& number : rows)
            number = normal(m_random);
        for (std::int32_t block = 0; block < m_numBlocks; ++block) {
            for (std::size_t idx = 0; idx < rows.size(); idx += 97)
                rows[idx] = normal(m_random);
            const tf::BatchSequence sequence{0, kBlock, std::int64_t(block) * kBlock,
                                             m_pages.data(), m_numBlocks};
            const auto view = [&](std::int64_t cols) {
                return tf::Tensor{reinterpret_cast<std::byte*>(rows.data()), tf::DType::F32, kBlock,
                                  cols, kKvHeads * kDim};
            };
            m_device.writeCache({{&sequence, 1, kBlock},
                                 m_cache,
                                 view(kKvHeads * kDim),
                                 view(kKvHeads * kDim),
                                 view(kDim)});
        }
    }

    std::vector<tf::BFloat16> queries(std::int32_t heads)
    {
        std::normal_distribution<float> normal;
        const std::size_t width = std::size_t(heads) * kDim;
        std::vector<float> base(width);
        for (float& number : base)
            number = normal(m_random);
        std::vector<tf::BFloat16> numbers(width * static_cast<std::size_t>(m_case.rows));
        const float own = m_case.neighbours == Neighbours::Apart ? 1.0F : 0.15F;
        for (std::size_t idx = 0; idx < numbers.size(); ++idx)
            numbers[idx] = tf::toBFloat16(base[idx % width] * (1 - own) + own * normal(m_random));
        return numbers;
    }

    [[nodiscard]] tf::Batch batch() const { return {&m_sequence, 1, m_case.rows}; }
    tf::Tensor tensor(std::vector<tf::BFloat16>& numbers, std::int32_t heads) const
    {
        return {reinterpret_cast<std::byte*>(numbers.data()), tf::DType::BF16, m_case.rows,
                heads * kDim, heads * kDim};
    }

    tf::Device& m_device;
    Case m_case;
    std::int32_t m_numBlocks;
    std::mt19937 m_random{7};
    tf::Buffer m_keys;
    tf::Buffer m_values;
    tf::Buffer m_indexKeys;
    tf::LayerCache m_cache;
    std::vector<std::int32_t> m_pages;
    tf::BatchSequence m_sequence;
    std::vector<tf::BFloat16> m_query;
    std::vector<tf::BFloat16> m_indexQuery;
    std::vector<tf::BFloat16> m_out;
    std::vector<tf::Candidate> m_candidates;
    std::vector<std::int32_t> m_blocks;
};

void print(const std::string& name, tf::bench::Seconds seconds, double flops, double bytes,
           const tf::bench::Probe& probe)
{
    std::printf("%-44s %9.1f us (median %9.1f) %7.1f GFLOP/s %5.1f %%  %6.1f GB/s %5.1f %%\n",
                name.c_str(), seconds.best * 1e6, seconds.median * 1e6, flops / seconds.best / 1e9,
                100 * flops / seconds.best / probe.flops, bytes / seconds.best / 1e9,
                100 * bytes / seconds.best / probe.readBytes);
}

void measure(tf::Device& device, const Case& what, tf::cpu::Pool& pool)
{
    Layer layer(device, what);
    const std::string where = tf::words(what.rows, what.rows == 1 ? " row" : " rows", " at ",
                                        what.depth, what.store == tf::DType::F8 ? " F8" : "",
                                        what.rows == 1                             ? ""
                                            : what.neighbours == Neighbours::Alike ? " alike"
                                                                                   : " apart");
    using tf::bench::secondsOf;
    const tf::bench::Probe probe = tf::bench::probe(pool);
    layer.choose();
    layer.attend(layer.blocks());
    print("choose  " + where, secondsOf(kRuns, [&] { layer.choose(); }), layer.indexFlops(),
          layer.indexKeyBytes(), probe);
    print("attend  " + where, secondsOf(kRuns, [&] { layer.attend(layer.blocks()); }),
          layer.attendFlops(true), layer.attendBytes(true), probe);
    print("dense   " + where, secondsOf(3, [&] { layer.attend(nullptr); }),
          layer.attendFlops(false), layer.attendBytes(false), probe);
    std::printf("    roofs: %.0f GFLOP/s (%s), read %.1f GB/s\n", probe.flops / 1e9,
                probe.instruction, probe.readBytes / 1e9);
}

} // namespace

int main(int argc, char** argv)
{
    tf::CpuOptions options;
    if (argc > 1)
        options.level = static_cast<tf::cpu::Level>(std::atoi(argv[1]));
    options.threads = argc > 2 ? std::atoi(argv[2]) : tf::cpu::usableCpus();
    const auto device = tf::makeCpuDevice(options);
    tf::cpu::Pool pool(options.threads);
    std::printf("%s\n", device->name().c_str());
    using enum Neighbours;
    for (const Case& what :
         {Case{2048, 128, Apart, tf::DType::BF16}, Case{8192, 128, Alike, tf::DType::BF16},
          Case{8192, 128, Apart, tf::DType::BF16}, Case{8192, 128, Apart, tf::DType::F8},
          Case{8192, 1, Apart, tf::DType::BF16}, Case{65536, 1, Apart, tf::DType::BF16},
          Case{262144, 1, Apart, tf::DType::BF16}, Case{65536, 1, Apart, tf::DType::F8}})
        measure(*device, what, pool);
    return 0;
}
