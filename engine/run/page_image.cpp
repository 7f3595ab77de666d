#include "engine/run/page_image.h"

namespace tf::engine {

PageImage pageImage(const Shard& shard, const KvPools& pools)
{
    PageImage image;
    image.numGroups = shard.ranks / shard.numSharers;
    for (const LayerCache& layer : pools.layers()) {
        image.kvBytes += static_cast<std::uint64_t>(layer.keys.pageBytes + layer.values.pageBytes);
        image.indexBytes += static_cast<std::uint64_t>(layer.indexKeys.pageBytes);
    }
    return image;
}

} // namespace tf::engine
