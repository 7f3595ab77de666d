#pragma once

// The cache of one rank: for every layer the pages of K, V and index keys that are its share.
//
// Whoever hands out page numbers knows nothing of ranks; a rank keeps the pages whose number is
// its share's. One page is a block of positions.

#include "engine/model/shard.h"
#include "engine/run/limits.h"
#include "kernels/api/device.h"

#include <vector>

namespace tf::engine {

struct CacheSizes {
    const ModelConfig& config;
    const Shard& shard;
    const Precision& precision;
};

/// How a layer's pages lie on that device, without memory behind them yet.
LayerCache cacheLayout(const CacheSizes& sizes, const LayerKind& kind, const Device& device);

/// How many of `pages` pages a share keeps.
std::int64_t pagesOf(const PageShare& share, std::int64_t pages);

/// What a rank's cache takes per page of its own share, all layers together.
struct CacheCost {
    PageShare kv;
    PageShare index;
    std::uint64_t kvBytes = 0; ///< K and V
    std::uint64_t indexBytes = 0;

    /// For `pages` pages of the whole group.
    [[nodiscard]] std::uint64_t bytes(std::int64_t pages) const;
    /// The most pages of the whole group that `budget` bytes on this rank hold.
    [[nodiscard]] std::int64_t pagesIn(std::uint64_t budget) const;
};

CacheCost cacheCost(const CacheSizes& sizes, const Device& device);

class KvPools {
public:
    static Result<KvPools> make(const CacheSizes& sizes, std::int64_t pages, Device& device);

    [[nodiscard]] const LayerCache& layer(std::size_t layerIdx) const { return m_layers[layerIdx]; }
    [[nodiscard]] const std::vector<LayerCache>& layers() const { return m_layers; }

private:
    Result<> allot(PageStore& store, std::int64_t pages, Device& device);

    std::vector<LayerCache> m_layers;
    std::vector<Buffer> m_memory;
};

} // namespace tf::engine
