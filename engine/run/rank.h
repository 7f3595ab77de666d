#pragma once

// One rank: a device, its weights, its share of the cache, its buffers. A step goes in, and on rank
// 0 logits come out.
//
// Thread: the rank's, all of it, from load() on.

#include "engine/model/checkpoint.h"
#include "engine/run/forward.h"
#include "engine/run/group_options.h"
#include "engine/run/links.h"
#include "engine/run/sight/sight.h"
#include "engine/run/step_rows.h"

#include <memory>
#include <span>

namespace tf::engine {

struct RankOrder {
    const ModelConfig& config;
    const MatrixSource& source;
    const GroupOptions& options;
    const Shard& shard;
};

/// What belongs to one run of a step and not to the rank.
struct RankTurn {
    const RankLinks& links;
    StopLine& stopLine;
    const Probe* probe = nullptr;
};

class Rank {
public:
    static Result<std::unique_ptr<Rank>> load(const RankOrder& order,
                                              std::unique_ptr<Device> device,
                                              const BytesSink& progress, const CancelToken& cancel);

    /// Logits of the wanted rows on rank 0, none on the others.
    Result<StepLogits> run(const StepRows& rows, const RankTurn& turn);

    /// Requires: rank 0 of a model that sees; checkMedia().
    Result<FeatureRows> look(const Media& media, const SightWatch& watch);

    /// This rank's bytes of the pages, into its places of the pages' images (see PageImage).
    Result<> readPages(std::span<const std::int32_t> pages, std::span<std::byte> images);
    Result<> writePages(std::span<const std::int32_t> pages, std::span<const std::byte> images);

private:
    Rank(const RankOrder& order, std::unique_ptr<Device> device);

    Result<> reserve(const GroupOptions& options);
    Result<Batch> upload(const StepRows& rows);
    Result<> copyPages(const std::vector<PageCopy>& copies);
    Result<> copyPage(const PageStore& store, const PageCopy& copy);
    Result<StepLogits> headRows(const Forward& forward, const StepRows& rows);
    Result<> appendLogits(StepLogits& logits, std::int64_t count);

    const ModelConfig& m_config;
    const Shard m_shard;
    const Limits m_limits;
    const DType m_type; ///< of activations
    std::unique_ptr<Device> m_device; ///< before what lives in its memory
    Buffer m_memory;
    Activations m_activations;
    RankWeights m_weights;
    KvPools m_pools;
    std::vector<BatchSequence> m_sequences; ///< of the step, before they go to the device
    std::vector<float> m_logits; ///< of the pieces, as they come back
    std::vector<std::byte> m_page; ///< one page on its way
};

} // namespace tf::engine
