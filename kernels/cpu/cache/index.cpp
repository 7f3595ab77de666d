#include "kernels/cpu/cache/index.h"

#include "kernels/base/check.h"
#include "kernels/cpu/cache/block_kernels.h"
#include "kernels/cpu/cache/candidates.h"
#include "kernels/cpu/cache/page_layout.h"
#include "kernels/cpu/cache/query_rows.h"

#include <algorithm>

namespace tf::cpu {

namespace {

/// Rows that share one walk over the pages.
constexpr std::int32_t kIndexRows = 4;
/// Pages of one task; so many of the usual 32 kB stay in the second cache from tile to tile.
constexpr std::int64_t kIndexRun = 24;
/// Scores of so many tiles are kept at once.
constexpr std::int64_t kWaveBytes = std::int64_t(64) << 20;

struct IndexRoom {
    const std::byte** rows;
    float* queries;
    std::byte* page;
    float* scores; ///< [kIndexRows * heads][lanes]
};

/// The blocks of one step, and what of them is kept where.
struct IndexPlan {
    const IndexArgs& args;
    BlockKernels kernels;
    PageLayout layout;
    std::int64_t maxBlocks = 0;
    std::int64_t tiles = 0;
    std::int64_t waveTiles = 0;

    [[nodiscard]] std::int64_t ownBlock(std::int64_t position) const
    {
        return position / args.keys.block;
    }
    [[nodiscard]] bool isForced(std::int64_t block, std::int64_t own) const
    {
        return block < args.initBlocks || block > own - args.localBlocks || block == own;
    }
};

IndexRoom roomOf(const IndexPlan& plan, Pieces& pieces)
{
    const std::int64_t rows = std::int64_t(kIndexRows) * plan.args.heads;
    return {pieces.take<const std::byte*>(rows), pieces.take<float>(rows * plan.args.keys.dim),
            pieces.take<std::byte>(plan.layout.numbers() * 4),
            pieces.take<float>(rows * plan.layout.lanes)};
}

IndexPlan planOf(const IndexArgs& args, Level level)
{
    IndexPlan plan{args, kernelsFor(level, args.query.type, args.keys.type, args.keys.dim),
                   layoutOf(args.keys, PageKind::Keys)};
    for (std::int32_t seqIdx = 0; seqIdx < args.batch.numSequences; ++seqIdx) {
        const BatchSequence& sequence = args.batch.sequences[seqIdx];
        if (sequence.numRows > 0)
            plan.maxBlocks = std::max(
                plan.maxBlocks, plan.ownBlock(sequence.firstPosition + sequence.numRows - 1) + 1);
    }
    plan.tiles = numTiles(args.batch, kIndexRows);
    const std::int64_t tileBytes = plan.maxBlocks * kIndexRows * args.heads * 4;
    plan.waveTiles = std::clamp<std::int64_t>(kWaveBytes / std::max<std::int64_t>(tileBytes, 1), 1,
                                              std::max<std::int64_t>(plan.tiles, 1));
    return plan;
}

/// Blocks of a run that are this share's, one after the other.
struct RunBlocks {
    std::int64_t next = 0;
    std::int64_t end = 0;
};

/// The first block from run.next on that this share holds, or run.end.
std::int64_t heldBlock(const IndexPlan& plan, const RowTile& tile, const RunBlocks& run)
{
    std::int64_t block = run.next;
    while (block < run.end && !plan.args.keys.share.holds(tile.sequence->pages[block]))
        ++block;
    return block;
}

const std::byte* keysOf(const IndexPlan& plan, const RowTile& tile, std::int64_t block)
{
    return headOf(plan.args.keys, PageKind::Keys, tile.sequence->pages[block], 0);
}

/// Scores of one page for the rows from `firstRow` on, which all lie behind it.
void scorePage(const IndexPlan& plan, const IndexRoom& room, const RowTile& tile,
               std::int32_t firstRow, std::int64_t block, const std::byte* ahead, float* scores)
{
    const IndexArgs& args = plan.args;
    const std::int32_t firstQuery = firstRow * args.heads;
    const std::int32_t numQueries = tile.numRows * args.heads - firstQuery;
    plan.kernels.multiply({room.rows + firstQuery, numQueries,
                           inForm(plan.kernels, plan.layout, keysOf(plan, tile, block), room.page),
                           plan.layout.inner, plan.layout.lanes, room.scores, ahead});
    for (std::int32_t queryIdx = 0; queryIdx < numQueries; ++queryIdx) {
        const float score = plan.kernels.largest(
            room.scores + static_cast<std::int64_t>(queryIdx) * plan.layout.lanes, args.keys.block);
        scores[(firstQuery + queryIdx) * plan.maxBlocks + block] =
            std::clamp(score, -kLargestScore, kLargestScore);
    }
}

/// The first row of a tile to which a block is not forced anyway; later rows lie further behind it.
std::int32_t firstScored(const IndexPlan& plan, const RowTile& tile, std::int64_t block)
{
    std::int32_t row = 0;
    while (row < tile.numRows && plan.isForced(block, plan.ownBlock(tile.firstPosition + row)))
        ++row;
    return row;
}

void scoreRun(const IndexPlan& plan, const IndexRoom& room, const RowTile& tile,
              std::int64_t firstBlock, float* scores)
{
    const IndexArgs& args = plan.args;
    const std::int64_t lastOwn = plan.ownBlock(tile.firstPosition + tile.numRows - 1);
    RunBlocks run{std::max<std::int64_t>(firstBlock, args.initBlocks),
                  std::min(firstBlock + kIndexRun, lastOwn)};
    if (run.next >= run.end)
        return;
    pointAtQueries(args.query, tile, {0, args.heads, args.keys.dim}, plan.kernels.form,
                   room.queries, room.rows);
    const bool inPlace = plan.kernels.form == plan.layout.type;
    for (std::int64_t block = heldBlock(plan, tile, run); block < run.end;) {
        run.next = block + 1;
        const std::int64_t nextBlock = heldBlock(plan, tile, run);
        const bool fetches = inPlace && nextBlock < run.end;
        const std::int32_t firstRow = firstScored(plan, tile, block);
        if (firstRow < tile.numRows)
            scorePage(plan, room, tile, firstRow, block,
                      fetches ? keysOf(plan, tile, nextBlock) : nullptr, scores);
        block = nextBlock;
    }
}

Candidate candidateOf(const IndexPlan& plan, std::int64_t block, std::int64_t own,
                      const float* scores)
{
    const auto number = static_cast<std::int32_t>(block);
    if (block == own)
        return {kOwnBlock, number};
    if (block < plan.args.initBlocks)
        return {kInitBlock, number};
    if (plan.isForced(block, own))
        return {kLocalBlock, number};
    return {scores[block], number};
}

void selectBlocks(const IndexPlan& plan, const RowTile& tile, std::int32_t rowIdx,
                  const float* scores)
{
    const IndexArgs& args = plan.args;
    const std::int64_t own = plan.ownBlock(tile.firstPosition + rowIdx);
    for (std::int32_t head = 0; head < args.heads; ++head) {
        const float* headScores = scores + (rowIdx * args.heads + head) * plan.maxBlocks;
        const std::int64_t place = (tile.firstRow + rowIdx) * args.heads + head;
        BestBlocks best(args.candidates + place * args.topK, args.topK);
        for (std::int64_t block = 0; block <= own; ++block) {
            if (args.keys.share.holds(tile.sequence->pages[block]))
                best.add(candidateOf(plan, block, own, headScores));
        }
    }
}

} // namespace

void index(const IndexArgs& args, Pool& pool, Scratch& scratch, Level level)
{
    CHECK(args.topK > 0 && args.keys.heads == 1, "index keys have one head");
    const IndexPlan plan = planOf(args, level);
    Pieces counted;
    roomOf(plan, counted);
    const std::int64_t tileScores = plan.maxBlocks * kIndexRows * args.heads;
    std::byte* memory =
        scratch.take(counted.bytes() * pool.threads() + plan.waveTiles * tileScores * 4);
    auto* scores = reinterpret_cast<float*>(memory + counted.bytes() * pool.threads());
    const std::int64_t runs = (plan.maxBlocks + kIndexRun - 1) / kIndexRun;
    for (std::int64_t firstTile = 0; firstTile < plan.tiles; firstTile += plan.waveTiles) {
        const std::int64_t numTiles = std::min(plan.waveTiles, plan.tiles - firstTile);
        pool.run(runs * numTiles, [&](std::int64_t taskIdx, int threadIdx) {
            Pieces pieces(memory + counted.bytes() * threadIdx);
            const std::int64_t tileIdx = taskIdx % numTiles;
            scoreRun(plan, roomOf(plan, pieces),
                     tileAt(args.batch, kIndexRows, firstTile + tileIdx),
                     taskIdx / numTiles * kIndexRun, scores + tileIdx * tileScores);
        });
        pool.run(numTiles, [&](std::int64_t tileIdx, int /*threadIdx*/) {
            const RowTile tile = tileAt(args.batch, kIndexRows, firstTile + tileIdx);
            for (std::int32_t rowIdx = 0; rowIdx < tile.numRows; ++rowIdx)
                selectBlocks(plan, tile, rowIdx, scores + tileIdx * tileScores);
        });
    }
}

std::int64_t indexScratch(const Workload& workload)
{
    const std::int64_t scores = workload.rows * workload.heads * workload.blocks * 4;
    return std::min(scores, kWaveBytes) + (std::int64_t(4) << 20);
}

} // namespace tf::cpu
