#include "kernels/cpu/patches/segment_attention.h"

#include "kernels/base/check.h"
#include "kernels/cpu/cache/block_kernels.h"
#include "kernels/cpu/cache/page_layout.h"
#include "kernels/cpu/rows/number_rows.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace tf::cpu {

namespace {

constexpr std::int32_t kBlockKeys = 128;
constexpr std::int64_t kAttendRows = 64; ///< that meet a block while it is in the cache
constexpr std::int64_t kMaxLaidOut = std::int64_t(64) << 20;

/// One call, and how its keys and values are laid out: a block of a head after another.
struct SegmentPlan {
    const AttendSegmentArgs& args;
    BlockKernels kernels;
    PageLayout keys;
    PageLayout values;

    [[nodiscard]] std::int64_t numKeys() const { return args.key.rows; }
    [[nodiscard]] std::int64_t numBlocks() const
    {
        return (numKeys() + kBlockKeys - 1) / kBlockKeys;
    }
    [[nodiscard]] std::int64_t numTiles() const
    {
        return (args.query.rows + kAttendRows - 1) / kAttendRows;
    }
    [[nodiscard]] std::int32_t keysOf(std::int64_t block) const
    {
        return static_cast<std::int32_t>(
            std::min<std::int64_t>(kBlockKeys, numKeys() - block * kBlockKeys));
    }
    [[nodiscard]] std::int64_t blockBytes() const { return keys.bytes() + values.bytes(); }
    [[nodiscard]] std::int64_t headBytes() const { return numBlocks() * blockBytes(); }
};

SegmentPlan planOf(const AttendSegmentArgs& args, Level level)
{
    const BlockKernels kernels = kernelsFor(level, args.query.type, args.key.type, args.dim);
    const std::int32_t valueLanes = (args.dim + 15) / 16 * 16;
    return {args,
            kernels,
            {kernels.form, args.dim, kBlockKeys},
            {kernels.form, kBlockKeys, valueLanes}};
}

/// What a thread needs for a tile.
struct TileRoom {
    const std::byte** rows;
    const std::byte** weightRows;
    float* queries;
    float* scores;
    std::byte* weights;
    SoftmaxState* states;
    float* sums;
};

TileRoom tileRoomOf(const SegmentPlan& plan, Pieces& pieces)
{
    TileRoom room{};
    room.rows = pieces.take<const std::byte*>(kAttendRows);
    room.weightRows = pieces.take<const std::byte*>(kAttendRows);
    room.queries = pieces.take<float>(kAttendRows * plan.args.dim);
    room.scores = pieces.take<float>(kAttendRows * kBlockKeys);
    room.weights = pieces.take<std::byte>(kAttendRows * kBlockKeys * 4);
    room.states = pieces.take<SoftmaxState>(kAttendRows);
    room.sums = pieces.take<float>(kAttendRows * plan.values.lanes);
    return room;
}

/// The numbers of some rows of a head, into the places that a layout gives them.
template <class To, class Place>
void layOut(const Tensor& rows, std::int64_t firstRow, std::int32_t numRows, std::int64_t firstCol,
            std::int32_t dim, To* to, const Place& place)
{
    for (std::int32_t rowIdx = 0; rowIdx < numRows; ++rowIdx) {
        const std::byte* row = rows.row(firstRow + rowIdx);
        for (std::int32_t col = 0; col < dim; ++col) {
            if constexpr (std::is_same_v<To, float>)
                to[place(rowIdx, col)] = rows.type == DType::F32
                    ? reinterpret_cast<const float*>(row)[firstCol + col]
                    : toFloat(reinterpret_cast<const BFloat16*>(row)[firstCol + col]);
            else
                to[place(rowIdx, col)] = reinterpret_cast<const To*>(row)[firstCol + col];
        }
    }
}

template <class Number>
void layOutBlock(const SegmentPlan& plan, std::int64_t head, std::int64_t block, std::byte* to)
{
    const AttendSegmentArgs& args = plan.args;
    const std::int64_t firstRow = block * kBlockKeys;
    const std::int32_t numKeys = plan.keysOf(block);
    if (numKeys < kBlockKeys || plan.values.lanes != args.dim)
        std::memset(to, 0, static_cast<std::size_t>(plan.blockBytes()));
    layOut(args.key, firstRow, numKeys, head * args.dim, args.dim, reinterpret_cast<Number*>(to),
           [&](std::int32_t key, std::int32_t col) { return plan.keys.at(col, key); });
    layOut(args.value, firstRow, numKeys, head * args.dim, args.dim,
           reinterpret_cast<Number*>(to + plan.keys.bytes()),
           [&](std::int32_t key, std::int32_t col) { return plan.values.at(key, col); });
}

/// Some neighbouring rows of the query and one head of it.
struct QueryTile {
    std::int64_t head = 0;
    std::int64_t firstRow = 0;
    std::int32_t numRows = 0;
};

void takeQueryRows(const SegmentPlan& plan, const QueryTile& tile, const TileRoom& room)
{
    const Tensor& query = plan.args.query;
    const std::int64_t dim = plan.args.dim;
    const auto weightBytes = static_cast<std::int64_t>(bytesOf(plan.kernels.form)) * kBlockKeys;
    for (std::int32_t rowIdx = 0; rowIdx < tile.numRows; ++rowIdx) {
        const std::byte* numbers = query.at(tile.firstRow + rowIdx, tile.head * dim);
        float* widened = room.queries + rowIdx * dim;
        if (plan.kernels.form != query.type)
            loadFloats(numbers, query.type, dim, widened);
        room.rows[rowIdx] =
            plan.kernels.form == query.type ? numbers : reinterpret_cast<const std::byte*>(widened);
        room.weightRows[rowIdx] = room.weights + rowIdx * weightBytes;
        room.states[rowIdx] = {-std::numeric_limits<float>::infinity(), 0.0F};
    }
    std::fill_n(room.sums, tile.numRows * plan.values.lanes, 0.0F);
}

void meetBlock(const SegmentPlan& plan, const QueryTile& tile, std::int32_t numKeys,
               const std::byte* block, const TileRoom& room)
{
    const BlockKernels& kernels = plan.kernels;
    const std::int32_t lanes = plan.values.lanes;
    kernels.multiply(
        {room.rows, tile.numRows, block, plan.args.dim, kBlockKeys, room.scores, nullptr});
    for (std::int32_t rowIdx = 0; rowIdx < tile.numRows; ++rowIdx) {
        const Softened softened =
            kernels.soften({room.scores + std::int64_t(rowIdx) * kBlockKeys, numKeys,
                            plan.args.scale, room.states[rowIdx],
                            const_cast<std::byte*>(room.weightRows[rowIdx]), plan.args.query.type});
        room.states[rowIdx] = softened.after;
        if (softened.shrink != 1.0F)
            kernels.shrinkRow(room.sums + std::int64_t(rowIdx) * lanes, lanes, softened.shrink);
    }
    kernels.multiplyAdd({room.weightRows, tile.numRows, block + plan.keys.bytes(), numKeys, lanes,
                         room.sums, nullptr});
}

void writeTile(const SegmentPlan& plan, const QueryTile& tile, const TileRoom& room)
{
    const Tensor& out = plan.args.out;
    const std::int64_t dim = plan.args.dim;
    for (std::int32_t rowIdx = 0; rowIdx < tile.numRows; ++rowIdx) {
        float* sums = room.sums + std::int64_t(rowIdx) * plan.values.lanes;
        for (std::int64_t idx = 0; idx < dim; ++idx)
            sums[idx] /= room.states[rowIdx].sum;
        storeFloats(sums, dim, out.type, out.at(tile.firstRow + rowIdx, tile.head * dim));
    }
}

/// Where heads are laid out, and each thread's room.
struct Desk {
    std::byte* laidOut = nullptr;
    std::byte* rooms = nullptr;
    std::int64_t roomBytes = 0;
};

/// Heads whose blocks are laid out together.
struct Heads {
    std::int64_t first = 0;
    std::int64_t count = 0;
};

void layOutHeads(const SegmentPlan& plan, const Heads& heads, const Desk& desk, Pool& pool)
{
    const std::int64_t numBlocks = plan.numBlocks();
    pool.run(heads.count * numBlocks, [&](std::int64_t taskIdx, int /*threadIdx*/) {
        const std::int64_t head = heads.first + taskIdx / numBlocks;
        std::byte* block = desk.laidOut + taskIdx * plan.blockBytes();
        if (plan.kernels.form == DType::F32)
            layOutBlock<float>(plan, head, taskIdx % numBlocks, block);
        else
            layOutBlock<BFloat16>(plan, head, taskIdx % numBlocks, block);
    });
}

/// `blocks`: of the tile's head, one behind the other.
void attendTile(const SegmentPlan& plan, const QueryTile& tile, const std::byte* blocks,
                const TileRoom& room)
{
    takeQueryRows(plan, tile, room);
    for (std::int64_t block = 0; block < plan.numBlocks(); ++block)
        meetBlock(plan, tile, plan.keysOf(block), blocks + block * plan.blockBytes(), room);
    writeTile(plan, tile, room);
}

void attendHeads(const SegmentPlan& plan, const Heads& heads, const Desk& desk, Pool& pool)
{
    pool.run(heads.count * plan.numTiles(), [&](std::int64_t taskIdx, int threadIdx) {
        const std::int64_t headIdx = taskIdx / plan.numTiles();
        const std::int64_t firstRow = taskIdx % plan.numTiles() * kAttendRows;
        const auto numRows = std::min(kAttendRows, plan.args.query.rows - firstRow);
        Pieces pieces(desk.rooms + threadIdx * desk.roomBytes);
        attendTile(plan, {heads.first + headIdx, firstRow, static_cast<std::int32_t>(numRows)},
                   desk.laidOut + headIdx * plan.headBytes(), tileRoomOf(plan, pieces));
    });
}

} // namespace

void attendSegment(const AttendSegmentArgs& args, Pool& pool, Scratch& scratch, Level level)
{
    CHECK(args.key.rows > 0 && args.value.rows == args.key.rows, "a segment has rows");
    CHECK(args.key.type == args.query.type && args.value.type == args.query.type,
          "queries, keys and values are of one type");
    const SegmentPlan plan = planOf(args, level);
    Pieces counted;
    tileRoomOf(plan, counted);
    const auto together = std::clamp<std::int64_t>(kMaxLaidOut / plan.headBytes(), 1, args.heads);
    Desk desk;
    desk.roomBytes = counted.bytes();
    desk.rooms = scratch.take(pool.threads() * desk.roomBytes + together * plan.headBytes());
    desk.laidOut = desk.rooms + pool.threads() * desk.roomBytes;
    for (std::int64_t head = 0; head < args.heads; head += together) {
        const Heads heads{head, std::min<std::int64_t>(together, args.heads - head)};
        layOutHeads(plan, heads, desk, pool);
        attendHeads(plan, heads, desk, pool);
    }
}

} // namespace tf::cpu
