#pragma once

// Which part of the model each rank of a group holds: pure arithmetic on the config.
//
// Up to as many ranks as there are KV heads, each has whole KV groups (a KV head, its query heads,
// its index head). With more, several ranks share a group: each computes all of the group's heads
// over its own share of the context's pages, and the shares are joined before o_proj. Index keys
// are shared over all ranks at any size. Feed-forwards are split by width, or experts by their
// ids; the head by rows of the vocabulary; router, norms, embedding and index projections are on
// every rank.

#include "engine/model/config.h"
#include "kernels/api/cache.h"

#include <string_view>

namespace tf::engine {

/// Rows or columns begin … end - 1 of a whole.
struct Slice {
    std::int64_t begin = 0;
    std::int64_t end = 0;

    [[nodiscard]] std::int64_t count() const { return end - begin; }
    bool operator==(const Slice&) const = default;
};

/// Tensor: a slice of every expert's width. Expert: some experts whole.
enum class ExpertSplit : std::uint8_t { Tensor, Expert };

struct Split {
    int ranks = 1;
    ExpertSplit experts = ExpertSplit::Tensor;
};

struct Shard {
    int rank = 0;
    int ranks = 1;

    Slice kvHeads; ///< rows of k and v projections, in heads
    Slice heads; ///< query heads computed here: all of those KV heads'
    int numSharers = 1; ///< ranks with the same KV heads, this one counted
    int sharerIdx = 0; ///< among them
    int groupIdx = 0; ///< ranks of the same number hold the same KV heads
    PageShare kvPages;
    PageShare indexPages;
    Slice outColumns; ///< of o_proj, in all heads' numbers

    Slice denseWidth;
    Slice sharedWidth;
    Slice expertWidth;
    Slice experts; ///< ids
    Slice vocab; ///< rows of lm_head
    std::int64_t vocabStride = 0; ///< the largest of all ranks' vocab slices

    /// Where this rank's part of o_proj begins within the heads computed here, in numbers.
    [[nodiscard]] std::int64_t outBegin(const ModelConfig& config) const
    {
        return outColumns.begin - heads.begin * config.headDim;
    }
};

/// Part `rank` of `whole`, cut as evenly as whole numbers allow.
Slice partOf(std::int64_t whole, int ranks, int rank);

/// Unsupported, with the numbers, when the model cannot be split so. Requires: 0 <= rank.
Result<Shard> shardOf(const ModelConfig& config, const Split& split, int rank);

/// Unsupported when a slice of columns cuts a group of columns that share a scale.
Result<> keepsGroups(const Slice& columns, std::int64_t numColumns, std::int64_t group,
                     std::string_view name);

} // namespace tf::engine
