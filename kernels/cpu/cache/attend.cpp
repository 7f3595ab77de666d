#include "kernels/cpu/cache/attend.h"

#include "kernels/base/check.h"
#include "kernels/cpu/cache/tile_attention.h"
#include "kernels/cpu/rows/number_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tf::cpu {

namespace {

/// A tile and a KV head, whole: the runs one after the other.
void attendTile(const AttendPlan& plan, const RowTile& tile, std::int32_t kvHead,
                const AttendRoom& room)
{
    takeQueries(plan, tile, kvHead, room);
    clearSums(plan, tile.numRows, room.total);
    const std::int64_t runs = numRuns(plan, tile);
    for (std::int64_t run = 0; run < runs; ++run) {
        sumRun(plan, tile, kvHead, run, room, room.run);
        joinSums(plan, tile.numRows, room.total, room.run);
    }
    finishTile(plan, tile, kvHead, room.total);
}

struct AttendTasks {
    std::int64_t tiles = 0;
    std::int64_t runs = 0; ///< of the longest list in the batch
    std::int64_t heads = 0;
    std::int32_t tileRows = 0; ///< of the tile with most rows
};

AttendTasks tasksOf(const AttendPlan& plan)
{
    AttendTasks tasks{numTiles(plan.args.batch, kTileRows), 0, plan.args.keys.heads, 0};
    for (std::int64_t tileIdx = 0; tileIdx < tasks.tiles; ++tileIdx) {
        const RowTile tile = tileAt(plan.args.batch, kTileRows, tileIdx);
        tasks.runs = std::max(tasks.runs, numRuns(plan, tile));
        tasks.tileRows = std::max(tasks.tileRows, tile.numRows);
    }
    return tasks;
}

/// Tiles of one KV head follow each other: its pages stay in the third cache.
void attendByTiles(const AttendPlan& plan, const AttendTasks& tasks, Pool& pool, Scratch& scratch)
{
    Pieces counted;
    attendRoomOf(plan, counted);
    std::byte* memory = scratch.take(counted.bytes() * pool.threads());
    pool.run(tasks.tiles * tasks.heads, [&](std::int64_t taskIdx, int threadIdx) {
        Pieces pieces(memory + counted.bytes() * threadIdx);
        attendTile(plan, tileAt(plan.args.batch, kTileRows, taskIdx % tasks.tiles),
                   static_cast<std::int32_t>(taskIdx / tasks.tiles), attendRoomOf(plan, pieces));
    });
}

/// Few rows with long lists: runs are summed by whoever is free, then joined in order.
void attendByRuns(const AttendPlan& plan, const AttendTasks& tasks, Pool& pool, Scratch& scratch)
{
    Pieces room;
    Pieces sums;
    attendRoomOf(plan, room);
    summedOf(plan, tasks.tileRows, sums);
    const std::int64_t numSums = tasks.tiles * tasks.heads * tasks.runs;
    std::byte* memory = scratch.take(room.bytes() * pool.threads() + sums.bytes() * numSums);
    std::byte* allSums = memory + room.bytes() * pool.threads();
    const auto sumsAt = [&](std::int64_t idx) {
        Pieces pieces(allSums + idx * sums.bytes());
        return summedOf(plan, tasks.tileRows, pieces);
    };
    const auto tileOf = [&](std::int64_t idx) {
        return tileAt(plan.args.batch, kTileRows, idx / tasks.heads);
    };
    pool.run(numSums, [&](std::int64_t taskIdx, int threadIdx) {
        Pieces pieces(memory + room.bytes() * threadIdx);
        const AttendRoom own = attendRoomOf(plan, pieces);
        const auto kvHead = static_cast<std::int32_t>(taskIdx / tasks.runs % tasks.heads);
        const RowTile tile = tileOf(taskIdx / tasks.runs);
        takeQueries(plan, tile, kvHead, own);
        sumRun(plan, tile, kvHead, taskIdx % tasks.runs, own, sumsAt(taskIdx));
    });
    pool.run(tasks.tiles * tasks.heads, [&](std::int64_t taskIdx, int threadIdx) {
        Pieces pieces(memory + room.bytes() * threadIdx);
        const Summed total = attendRoomOf(plan, pieces).total;
        const RowTile tile = tileOf(taskIdx);
        clearSums(plan, tile.numRows, total);
        for (std::int64_t run = 0; run < tasks.runs; ++run)
            joinSums(plan, tile.numRows, total, sumsAt(taskIdx * tasks.runs + run));
        finishTile(plan, tile, static_cast<std::int32_t>(taskIdx % tasks.heads), total);
    });
}

void joinRow(const JoinSharesArgs& args, std::int64_t rowIdx, std::int32_t head, float* numbers)
{
    const std::int64_t rows = args.out.rows;
    const auto logSumAt = [&](std::int32_t share) {
        return args.logSums[(share * rows + rowIdx) * args.numHeads + head];
    };
    float largest = logSumAt(0);
    for (std::int32_t share = 1; share < args.shares; ++share)
        largest = std::max(largest, logSumAt(share));
    float sum = 0;
    std::fill_n(numbers, args.dim, 0.0F);
    for (std::int32_t share = 0; share < args.shares; ++share) {
        if (logSumAt(share) == -std::numeric_limits<float>::infinity())
            continue;
        const float weight = std::exp(logSumAt(share) - largest);
        const float* out = args.outs + ((share * rows + rowIdx) * args.numHeads + head) * args.dim;
        sum += weight;
        for (std::int32_t idx = 0; idx < args.dim; ++idx)
            numbers[idx] += out[idx] * weight;
    }
    for (std::int32_t idx = 0; idx < args.dim && sum != 0.0F; ++idx)
        numbers[idx] /= sum;
}

} // namespace

void attend(const AttendArgs& args, Pool& pool, Scratch& scratch, Level level)
{
    CHECK(args.keys.heads > 0 && args.numHeads % args.keys.heads == 0, "whole groups of heads");
    CHECK(args.logSum == nullptr || args.out.type == DType::F32, "a share's output is F32");
    const AttendPlan plan{args, kernelsFor(level, args.query.type, args.keys.type, args.keys.dim),
                          layoutOf(args.keys, PageKind::Keys),
                          layoutOf(args.values, PageKind::Values), args.numHeads / args.keys.heads};
    const AttendTasks tasks = tasksOf(plan);
    if (tasks.runs > 1 && tasks.tiles * tasks.heads < std::int64_t(4) * pool.threads())
        attendByRuns(plan, tasks, pool, scratch);
    else
        attendByTiles(plan, tasks, pool, scratch);
}

std::int64_t attendScratch(const Workload& workload)
{
    const std::int64_t runs = workload.blocks / kRunBlocks + 1;
    return runs * workload.width * 4 + (std::int64_t(4) << 20);
}

void joinShares(const JoinSharesArgs& args, Pool& pool)
{
    constexpr std::int32_t kMaxDim = 1024;
    CHECK(args.dim <= kMaxDim, "a head has at most 1024 dims");
    pool.run(args.out.rows, [&](std::int64_t rowIdx, int /*threadIdx*/) {
        for (std::int32_t head = 0; head < args.numHeads; ++head) {
            float numbers[kMaxDim];
            joinRow(args, rowIdx, head, numbers);
            storeFloats(numbers, args.dim, args.out.type,
                        args.out.at(rowIdx, static_cast<std::int64_t>(head) * args.dim));
        }
    });
}

} // namespace tf::cpu
