#include "engine/run/kv_pools.h"

#include "kernels/base/words.h"

#include <algorithm>

namespace tf::engine {

namespace {

PageStore store(DType type, std::int32_t heads, std::int32_t dim, const PageShare& share)
{
    PageStore store;
    store.type = type;
    store.heads = heads;
    store.dim = dim;
    store.share = share;
    return store;
}

} // namespace

LayerCache cacheLayout(const CacheSizes& sizes, const LayerKind& kind, const Device& device)
{
    const ModelConfig& config = sizes.config;
    const Shard& shard = sizes.shard;
    LayerCache cache;
    cache.keys = store(sizes.precision.kv, static_cast<std::int32_t>(shard.kvHeads.count()),
                       config.headDim, shard.kvPages);
    cache.keys.block = config.block();
    cache.keys.pageBytes = device.cacheBytes(cache.keys);
    cache.values = cache.keys;
    cache.indexKeys = store(sizes.precision.index, 1, config.sparse.indexDim, shard.indexPages);
    cache.indexKeys.block = config.block();
    if (kind.sparseAttention)
        cache.indexKeys.pageBytes = device.cacheBytes(cache.indexKeys);
    return cache;
}

std::int64_t pagesOf(const PageShare& share, std::int64_t pages)
{
    return (pages - share.index + share.count - 1) / share.count;
}

std::uint64_t CacheCost::bytes(std::int64_t pages) const
{
    return kvBytes * static_cast<std::uint64_t>(pagesOf(kv, pages))
        + indexBytes * static_cast<std::uint64_t>(pagesOf(index, pages));
}

std::int64_t CacheCost::pagesIn(std::uint64_t budget) const
{
    std::int64_t fits = 0;
    std::int64_t tooMany = 1;
    while (bytes(tooMany) <= budget) {
        fits = tooMany;
        tooMany *= 2;
    }
    while (tooMany - fits > 1) {
        const std::int64_t middle = fits + (tooMany - fits) / 2;
        (bytes(middle) <= budget ? fits : tooMany) = middle;
    }
    return fits;
}

CacheCost cacheCost(const CacheSizes& sizes, const Device& device)
{
    CacheCost cost;
    cost.kv = sizes.shard.kvPages;
    cost.index = sizes.shard.indexPages;
    for (const LayerKind& kind : sizes.config.layers) {
        const LayerCache cache = cacheLayout(sizes, kind, device);
        cost.kvBytes += static_cast<std::uint64_t>(cache.keys.pageBytes + cache.values.pageBytes);
        cost.indexBytes += static_cast<std::uint64_t>(cache.indexKeys.pageBytes);
    }
    return cost;
}

Result<KvPools> KvPools::make(const CacheSizes& sizes, std::int64_t pages, Device& device)
{
    KvPools pools;
    for (const LayerKind& kind : sizes.config.layers) {
        LayerCache cache = cacheLayout(sizes, kind, device);
        TRY(pools.allot(cache.keys, pages, device));
        TRY(pools.allot(cache.values, pages, device));
        TRY(pools.allot(cache.indexKeys, pages, device));
        pools.m_layers.push_back(cache);
    }
    return pools;
}

Result<> KvPools::allot(PageStore& store, std::int64_t pages, Device& device)
{
    if (store.pageBytes == 0)
        return {};
    const std::int64_t kept = std::max<std::int64_t>(1, pagesOf(store.share, pages));
    m_memory.push_back(TRY(device.alloc(static_cast<std::uint64_t>(kept * store.pageBytes))
                               .because(words("making room for ", pages, " pages of cache"))));
    store.data = m_memory.back().data();
    return {};
}

} // namespace tf::engine
