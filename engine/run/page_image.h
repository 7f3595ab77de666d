#pragma once

// A page of a whole group as bytes: where each rank's K, V and index keys lie in it.
//
// KV heads first, ranks' groups in order, each with the keys and values of every layer; then the
// index keys of every sparse layer. So the image of a page does not depend on which rank of several
// sharers holds it, and a page may be written back under another number.

#include "engine/model/shard.h"
#include "engine/run/kv_pools.h"

namespace tf::engine {

struct PageImage {
    std::uint64_t kvBytes = 0; ///< of one group of KV heads, all layers
    std::uint64_t indexBytes = 0;
    int numGroups = 1;

    [[nodiscard]] std::uint64_t bytes() const
    {
        return kvBytes * static_cast<std::uint64_t>(numGroups) + indexBytes;
    }
    [[nodiscard]] std::uint64_t kvBegin(int groupIdx) const
    {
        return kvBytes * static_cast<std::uint64_t>(groupIdx);
    }
    [[nodiscard]] std::uint64_t indexBegin() const { return kvBegin(numGroups); }
};

PageImage pageImage(const Shard& shard, const KvPools& pools);

} // namespace tf::engine
