#include "engine/run/rank.h"

#include "engine/run/page_image.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace tf::engine {

namespace {

Workload workloadOf(const RankOrder& order)
{
    const ModelConfig& config = order.config;
    const Shard& shard = order.shard;
    Workload workload;
    workload.rows = order.options.limits.rows;
    workload.width =
        std::max({config.hidden, shard.heads.count() * config.headDim, shard.denseWidth.count(),
                  shard.expertWidth.count(), shard.sharedWidth.count()});
    workload.experts = config.experts;
    workload.topK = std::max(config.expertsPerToken, config.sparse.topK);
    workload.blocks = blocksFor(config, order.options.limits.positions);
    workload.heads = std::max<std::int64_t>(shard.heads.count(), config.sparse.indexHeads);
    return workload;
}

std::vector<double> inverseFrequencies(const ModelConfig& config)
{
    std::vector<double> frequencies;
    for (int pair = 0; pair < config.rotaryDims / 2; ++pair)
        frequencies.push_back(std::pow(config.ropeTheta, -2.0 * pair / config.rotaryDims));
    return frequencies;
}

template <class T>
Result<> uploadAll(Device& device, T* to, const std::vector<T>& from)
{
    return from.empty() ? Result<>() : device.upload(to, from.data(), from.size() * sizeof(T));
}

/// Calls visit(store, offset in a page's image) for every store of the rank that holds the page.
template <class F>
Result<> visitStores(const KvPools& pools, const Shard& shard, std::int32_t page, const F& visit)
{
    const PageImage image = pageImage(shard, pools);
    std::uint64_t kvAt = image.kvBegin(shard.groupIdx);
    std::uint64_t indexAt = image.indexBegin();
    for (const LayerCache& layer : pools.layers()) {
        for (const PageStore* store : {&layer.keys, &layer.values}) {
            if (store->share.holds(page))
                TRY(visit(*store, kvAt));
            kvAt += static_cast<std::uint64_t>(store->pageBytes);
        }
        if (layer.indexKeys.pageBytes > 0 && layer.indexKeys.share.holds(page))
            TRY(visit(layer.indexKeys, indexAt));
        indexAt += static_cast<std::uint64_t>(layer.indexKeys.pageBytes);
    }
    return {};
}

} // namespace

Rank::Rank(const RankOrder& order, std::unique_ptr<Device> device)
    : m_config(order.config)
    , m_shard(order.shard)
    , m_limits(order.options.limits)
    , m_type(order.options.precision.activations)
    , m_device(std::move(device))
{
}

Result<std::unique_ptr<Rank>> Rank::load(const RankOrder& order, std::unique_ptr<Device> device,
                                         const BytesSink& progress, const CancelToken& cancel)
{
    std::unique_ptr<Rank> rank(new Rank(order, std::move(device)));
    TRY(rank->m_device->reserve(workloadOf(order)));
    TRY(rank->reserve(order.options));
    rank->m_weights = TRY(loadWeights({order.config, order.shard, order.source, order.options.load},
                                      *rank->m_device, progress, cancel));
    TRY(rank->m_device->sync());
    return rank;
}

Result<> Rank::reserve(const GroupOptions& options)
{
    const ActivationSizes sizes{m_config, m_shard, m_limits, options.precision.activations};
    m_memory = TRY(m_device->alloc(activationBytes(sizes)).because("making room for a step"));
    m_activations = layOutActivations(sizes, m_memory.data());
    m_pools = TRY(KvPools::make({m_config, m_shard, options.precision}, m_limits.pages, *m_device));
    m_sequences.reserve(static_cast<std::size_t>(m_limits.sequences));
    m_logits.resize(static_cast<std::size_t>(
        m_shard.rank == 0 ? m_shard.ranks * m_limits.logitRows * m_shard.vocabStride : 0));
    return uploadAll(*m_device, m_activations.step.inverseFrequencies,
                     inverseFrequencies(m_config));
}

Result<StepLogits> Rank::run(const StepRows& rows, const RankTurn& turn)
{
    TRY(copyPages(rows.copies));
    if (rows.tokens.empty())
        return StepLogits{m_config.vocab, 0, {}};
    const Batch batch = TRY(upload(rows));
    const Forward forward({m_config, m_shard, m_weights, m_pools, m_activations, *m_device,
                           *turn.links.all, *turn.links.sharers});
    TRY(forward.layers(batch, rows.features, turn.stopLine, turn.probe));
    StepLogits logits = TRY(headRows(forward, rows));
    TRY(m_device->sync());
    TRY(turn.links.sharers->healthy());
    TRY(turn.links.all->healthy());
    return logits;
}

Result<FeatureRows> Rank::look(const Media& media, const SightWatch& watch)
{
    CHECK(m_weights.vision.has_value(), "rank 0 of a model that sees has its tower");
    return lookAt(media, {m_config, *m_weights.vision, *m_device, m_type}, watch);
}

Result<Batch> Rank::upload(const StepRows& rows)
{
    const StepBuffers& step = m_activations.step;
    m_sequences.clear();
    for (const RowSequence& sequence : rows.sequences)
        m_sequences.push_back({sequence.firstRow, sequence.numRows, sequence.firstPosition,
                               step.pages + sequence.firstPage, sequence.numPages});
    TRY(uploadAll(*m_device, step.tokens, rows.tokens));
    TRY(uploadAll(*m_device, step.wanted, rows.wanted));
    TRY(uploadAll(*m_device, step.pages, rows.pages));
    TRY(uploadAll(*m_device, step.sequences, m_sequences));
    return Batch{step.sequences, static_cast<std::int32_t>(m_sequences.size()),
                 static_cast<std::int32_t>(rows.tokens.size())};
}

Result<StepLogits> Rank::headRows(const Forward& forward, const StepRows& rows)
{
    StepLogits logits;
    const auto numWanted = static_cast<std::int64_t>(rows.wanted.size());
    const bool first = m_shard.rank == 0;
    if (first) {
        logits.vocab = m_config.vocab;
        logits.numRows = numWanted;
        logits.values.reserve(static_cast<std::size_t>(numWanted * m_config.vocab));
    }
    for (std::int64_t begin = 0; begin < numWanted; begin += m_limits.logitRows) {
        const std::int64_t count = std::min(m_limits.logitRows, numWanted - begin);
        forward.head(begin, count, static_cast<std::int64_t>(rows.tokens.size()));
        if (first)
            TRY(appendLogits(logits, count));
    }
    return logits;
}

/// Every rank computed a slice of the vocabulary for all rows; a row is its slices in rank order.
Result<> Rank::appendLogits(StepLogits& logits, std::int64_t count)
{
    const std::int64_t stride = m_shard.vocabStride;
    TRY(m_device->readback(m_logits.data(), m_activations.head.allLogits,
                           static_cast<std::uint64_t>(m_shard.ranks * count * stride)
                               * sizeof(float)));
    for (std::int64_t row = 0; row < count; ++row) {
        for (int rank = 0; rank < m_shard.ranks; ++rank) {
            const Slice slice = partOf(m_config.vocab, m_shard.ranks, rank);
            const float* begin = m_logits.data() + (rank * count + row) * stride;
            logits.values.insert(logits.values.end(), begin, begin + slice.count());
        }
    }
    return {};
}

Result<> Rank::copyPages(const std::vector<PageCopy>& copies)
{
    for (const PageCopy& copy : copies) {
        if (copy.fromPage % m_shard.ranks != copy.toPage % m_shard.ranks)
            return Error(Code::Internal,
                         words("page ", copy.fromPage, " and its copy ", copy.toPage,
                               " lie on different ranks"));
        TRY(visitStores(
            m_pools, m_shard, copy.fromPage,
            [&](const PageStore& store, std::uint64_t) { return copyPage(store, copy); }));
    }
    return {};
}

Result<> Rank::copyPage(const PageStore& store, const PageCopy& copy)
{
    const auto numBytes = static_cast<std::uint64_t>(store.pageBytes);
    m_page.resize(std::max(m_page.size(), static_cast<std::size_t>(numBytes)));
    TRY(m_device->readback(m_page.data(), store.page(copy.fromPage), numBytes));
    return m_device->upload(store.page(copy.toPage), m_page.data(), numBytes);
}

Result<> Rank::readPages(std::span<const std::int32_t> pages, std::span<std::byte> images)
{
    const std::uint64_t imageBytes = pageImage(m_shard, m_pools).bytes();
    for (std::size_t idx = 0; idx < pages.size(); ++idx) {
        std::byte* image = images.data() + idx * imageBytes;
        TRY(visitStores(m_pools, m_shard, pages[idx],
                        [&](const PageStore& store, std::uint64_t at) {
                            return m_device->readback(image + at, store.page(pages[idx]),
                                                      static_cast<std::uint64_t>(store.pageBytes));
                        }));
    }
    return {};
}

Result<> Rank::writePages(std::span<const std::int32_t> pages, std::span<const std::byte> images)
{
    const std::uint64_t imageBytes = pageImage(m_shard, m_pools).bytes();
    for (std::size_t idx = 0; idx < pages.size(); ++idx) {
        const std::byte* image = images.data() + idx * imageBytes;
        TRY(visitStores(m_pools, m_shard, pages[idx],
                        [&](const PageStore& store, std::uint64_t at) {
                            return m_device->upload(store.page(pages[idx]), image + at,
                                                    static_cast<std::uint64_t>(store.pageBytes));
                        }));
    }
    return {};
}

} // namespace tf::engine
