#pragma once

// Which blocks a row looks at, and what it sees there.
//
// Index scores are plain dot products in fp32, causal; a block's score is the largest of its
// visible keys'. The row's own block is always chosen and takes one of the topK places; with equal
// scores the lower block wins; a block without a visible key is never chosen. Selection is per row
// and per index head, the same for a row in a prefill as for that row alone.

#include "kernels/api/cache.h"

#include <cstdint>

namespace tf {

struct Candidate {
    float score = 0;
    std::int32_t block = -1; ///< -1: none
};

/// The best topK blocks among those this share holds, best first, for each row and index head. The
/// own block stands first, with score +infinity, where this share holds it.
struct IndexArgs {
    Batch batch;
    Tensor query; ///< [rows][heads * dim], F32 or BF16
    PageStore keys;
    std::int32_t heads = 1;
    std::int32_t topK = 0;
    std::int32_t initBlocks = 0; ///< blocks from 0 that are forced, as a checkpoint may ask
    std::int32_t localBlocks = 1; ///< newest blocks that are forced, the own one counted
    Candidate* candidates = nullptr; ///< [rows][heads][topK]
};

/// The best topK of several shares' candidates, as block numbers ascending, -1 at the end.
struct MergeArgs {
    const Candidate* candidates = nullptr; ///< [shares][rows][heads][topK]
    std::int32_t shares = 1;
    std::int64_t rows = 0;
    std::int32_t heads = 1;
    std::int32_t topK = 0;
    std::int32_t* blocks = nullptr; ///< [rows][heads][topK]
};

/// softmax(q K^T * scale) V over the chosen blocks' visible keys, softmax in fp32 and its weights
/// rounded to q's type before they meet V. Query heads lie group by group: head j belongs to KV
/// head j / (numHeads / kvHeads). Only pages of this share count; logSum is what joinShares needs
/// to put the shares together (-infinity where a share saw nothing, out zero there).
struct AttendArgs {
    Batch batch;
    Tensor query; ///< F32 or BF16 [rows][numHeads * dim]
    PageStore keys;
    PageStore values;
    std::int32_t numHeads = 0;
    const std::int32_t* blocks = nullptr; ///< [rows][selectionHeads][topK]; null: every block
    std::int32_t topK = 0;
    std::int32_t selectionHeads = 0; ///< index heads there are
    std::int32_t firstSelection = 0; ///< the index head of this rank's first KV head
    float scale = 1.0F;
    Tensor out; ///< F32 or BF16 [rows][numHeads * dim]; F32 where logSum is wanted
    float* logSum = nullptr; ///< [rows][numHeads]; null: nobody else holds a share
};

/// The shares' outputs, each weighted by its part of the softmax's sum.
struct JoinSharesArgs {
    const float* outs = nullptr; ///< [shares][rows][numHeads * dim]
    const float* logSums = nullptr; ///< [shares][rows][numHeads]
    std::int32_t shares = 1;
    std::int32_t numHeads = 0;
    std::int32_t dim = 0;
    Tensor out; ///< F32 or BF16 [rows][numHeads * dim]
};

} // namespace tf
