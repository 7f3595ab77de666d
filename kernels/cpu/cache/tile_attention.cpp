#include "kernels/cpu/cache/tile_attention.h"

#include "kernels/cpu/cache/query_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace tf::cpu {

namespace {

/// The blocks of one row, ascending.
struct BlockList {
    const std::int32_t* blocks = nullptr; ///< null: block i is i
    std::int64_t count = 0;

    [[nodiscard]] std::int64_t at(std::int64_t idx) const
    {
        return blocks == nullptr ? idx : blocks[idx];
    }
};

BlockList listOf(const AttendPlan& plan, const RowTile& tile, std::int32_t rowIdx,
                 std::int32_t kvHead)
{
    const AttendArgs& args = plan.args;
    if (args.blocks == nullptr)
        return {nullptr, (tile.firstPosition + rowIdx) / args.keys.block + 1};
    const std::int64_t place =
        (tile.firstRow + rowIdx) * args.selectionHeads + args.firstSelection + kvHead;
    const std::int32_t* blocks = args.blocks + place * args.topK;
    return {blocks, std::find(blocks, blocks + args.topK, -1) - blocks};
}

/// Where each row of a tile stands in its list while the union is walked.
struct Walk {
    std::array<BlockList, kTileRows> lists;
    std::array<std::int64_t, kTileRows> next;
    std::array<std::int64_t, kTileRows> end;

    /// Which rows want a block; they go on to their next.
    std::array<bool, kTileRows> pass(std::int32_t numRows, std::int64_t block)
    {
        std::array<bool, kTileRows> wants{};
        for (std::int32_t rowIdx = 0; rowIdx < numRows; ++rowIdx) {
            wants[rowIdx] = next[rowIdx] < end[rowIdx] && lists[rowIdx].at(next[rowIdx]) == block;
            next[rowIdx] += wants[rowIdx] ? 1 : 0;
        }
        return wants;
    }
    /// The lowest block that a row still wants, or -1.
    [[nodiscard]] std::int64_t lowest(std::int32_t numRows) const
    {
        std::int64_t block = -1;
        for (std::int32_t rowIdx = 0; rowIdx < numRows; ++rowIdx) {
            if (next[rowIdx] >= end[rowIdx])
                continue;
            const std::int64_t wanted = lists[rowIdx].at(next[rowIdx]);
            block = block < 0 ? wanted : std::min(block, wanted);
        }
        return block;
    }
};

Walk walkOf(const AttendPlan& plan, const RowTile& tile, std::int32_t kvHead, std::int64_t run)
{
    Walk walk;
    for (std::int32_t rowIdx = 0; rowIdx < tile.numRows; ++rowIdx) {
        walk.lists[rowIdx] = listOf(plan, tile, rowIdx, kvHead);
        walk.next[rowIdx] = run * kRunBlocks;
        walk.end[rowIdx] = std::min(walk.lists[rowIdx].count, (run + 1) * kRunBlocks);
    }
    return walk;
}

/// A page's head, keys and values, in the kernels' form, and the keys that come after.
struct FormedPage {
    const std::byte* keys = nullptr;
    const std::byte* values = nullptr;
    const std::byte* ahead = nullptr; ///< null: no telling, or not in place
};

FormedPage formPage(const AttendPlan& plan, std::int32_t page, std::int32_t kvHead,
                    const AttendRoom& room)
{
    const AttendArgs& args = plan.args;
    return {inForm(plan.kernels, plan.keyLayout, headOf(args.keys, PageKind::Keys, page, kvHead),
                   room.keyPage),
            inForm(plan.kernels, plan.valueLayout,
                   headOf(args.values, PageKind::Values, page, kvHead), room.valuePage)};
}

/// The group's heads of one row against one page.
void sumBlock(const AttendPlan& plan, const FormedPage& page, std::int32_t numVisible,
              std::int32_t firstHead, const AttendRoom& room, const Summed& sums)
{
    const BlockKernels& kernels = plan.kernels;
    const std::int32_t lanes = plan.valueLayout.lanes;
    float* outs = sums.outs + static_cast<std::int64_t>(firstHead) * lanes;
    kernels.multiply({room.rows + firstHead, plan.group, page.keys, plan.keyLayout.inner,
                      plan.keyLayout.lanes, room.scores,
                      plan.fetchesAhead() ? page.values : nullptr});
    for (std::int32_t head = 0; head < plan.group; ++head) {
        SoftmaxState& state = sums.states[firstHead + head];
        const Softened softened =
            kernels.soften({room.scores + static_cast<std::int64_t>(head) * plan.keyLayout.lanes,
                            numVisible, plan.args.scale, state,
                            const_cast<std::byte*>(room.weightRows[head]), plan.args.query.type});
        state = softened.after;
        if (softened.shrink != 1.0F)
            kernels.shrinkRow(outs + static_cast<std::int64_t>(head) * lanes, lanes,
                              softened.shrink);
    }
    kernels.multiplyAdd(
        {room.weightRows, plan.group, page.values, numVisible, lanes, outs, page.ahead});
}

/// All rows that want the page. Only the first of them fetches what comes after.
void sumPage(const AttendPlan& plan, const RowTile& tile, const std::array<bool, kTileRows>& wants,
             std::int64_t block, FormedPage page, const AttendRoom& room, const Summed& sums)
{
    const std::int64_t blockSize = plan.args.keys.block;
    for (std::int32_t rowIdx = 0; rowIdx < tile.numRows; ++rowIdx) {
        if (!wants[rowIdx])
            continue;
        const std::int64_t seen = tile.firstPosition + rowIdx - block * blockSize + 1;
        sumBlock(plan, page, static_cast<std::int32_t>(std::min(seen, blockSize)),
                 rowIdx * plan.group, room, sums);
        page.ahead = nullptr;
    }
}

/// Where the keys of a block lie that is walked next (-1: none), if fetching them is of use.
const std::byte* keysAhead(const AttendPlan& plan, const RowTile& tile, std::int64_t block,
                           std::int32_t kvHead)
{
    if (block < 0 || !plan.fetchesAhead()
        || !plan.args.keys.share.holds(tile.sequence->pages[block]))
        return nullptr;
    return headOf(plan.args.keys, PageKind::Keys, tile.sequence->pages[block], kvHead);
}

void writeHead(const AttendPlan& plan, std::int64_t rowIdx, std::int32_t head,
               const SoftmaxState& state, float* numbers)
{
    const AttendArgs& args = plan.args;
    const std::int32_t dim = args.values.dim;
    for (std::int32_t idx = 0; idx < dim; ++idx)
        numbers[idx] = state.sum == 0.0F ? 0.0F : numbers[idx] / state.sum;
    storeFloats(numbers, dim, args.out.type,
                args.out.at(rowIdx, static_cast<std::int64_t>(head) * dim));
    if (args.logSum != nullptr)
        args.logSum[rowIdx * args.numHeads + head] = state.largest + std::log(state.sum);
}

} // namespace

Summed summedOf(const AttendPlan& plan, std::int32_t tileRows, Pieces& pieces)
{
    const std::int64_t heads = std::int64_t(tileRows) * plan.group;
    return {pieces.take<SoftmaxState>(heads), pieces.take<float>(heads * plan.valueLayout.lanes)};
}

AttendRoom attendRoomOf(const AttendPlan& plan, Pieces& pieces)
{
    const std::int64_t keyLanes = plan.keyLayout.lanes;
    AttendRoom room{};
    room.rows = pieces.take<const std::byte*>(plan.tileHeads());
    room.weightRows = pieces.take<const std::byte*>(plan.group);
    room.queries = pieces.take<float>(std::int64_t(plan.tileHeads()) * plan.args.keys.dim);
    room.keyPage = pieces.take<std::byte>(plan.keyLayout.numbers() * 4);
    room.valuePage = pieces.take<std::byte>(plan.valueLayout.numbers() * 4);
    room.scores = pieces.take<float>(plan.group * keyLanes);
    room.weights = pieces.take<std::byte>(plan.group * keyLanes * 4);
    room.run = summedOf(plan, kTileRows, pieces);
    room.total = summedOf(plan, kTileRows, pieces);
    return room;
}

std::int64_t numRuns(const AttendPlan& plan, const RowTile& tile)
{
    const std::int64_t visible = (tile.firstPosition + tile.numRows - 1) / plan.args.keys.block + 1;
    const std::int64_t longest =
        plan.args.blocks == nullptr ? visible : std::min<std::int64_t>(visible, plan.args.topK);
    return (longest + kRunBlocks - 1) / kRunBlocks;
}

void takeQueries(const AttendPlan& plan, const RowTile& tile, std::int32_t kvHead,
                 const AttendRoom& room)
{
    pointAtQueries(plan.args.query, tile, {kvHead * plan.group, plan.group, plan.args.keys.dim},
                   plan.kernels.form, room.queries, room.rows);
    const std::int64_t rowBytes =
        plan.keyLayout.lanes * static_cast<std::int64_t>(bytesOf(plan.kernels.form));
    for (std::int32_t head = 0; head < plan.group; ++head)
        room.weightRows[head] = room.weights + head * rowBytes;
}

void clearSums(const AttendPlan& plan, std::int32_t numRows, const Summed& sums)
{
    const std::int64_t heads = std::int64_t(numRows) * plan.group;
    std::fill_n(sums.states, heads, SoftmaxState{-std::numeric_limits<float>::infinity(), 0.0F});
    std::fill_n(sums.outs, heads * plan.valueLayout.lanes, 0.0F);
}

void sumRun(const AttendPlan& plan, const RowTile& tile, std::int32_t kvHead, std::int64_t run,
            const AttendRoom& room, const Summed& sums)
{
    const AttendArgs& args = plan.args;
    clearSums(plan, tile.numRows, sums);
    Walk walk = walkOf(plan, tile, kvHead, run);
    for (std::int64_t block = walk.lowest(tile.numRows); block >= 0;) {
        const std::array<bool, kTileRows> wants = walk.pass(tile.numRows, block);
        const std::int64_t nextBlock = walk.lowest(tile.numRows);
        const std::int32_t pageNumber = tile.sequence->pages[block];
        if (args.keys.share.holds(pageNumber)) {
            FormedPage page = formPage(plan, pageNumber, kvHead, room);
            page.ahead = keysAhead(plan, tile, nextBlock, kvHead);
            sumPage(plan, tile, wants, block, page, room, sums);
        }
        block = nextBlock;
    }
}

void joinSums(const AttendPlan& plan, std::int32_t numRows, const Summed& total,
              const Summed& later)
{
    const std::int32_t lanes = plan.valueLayout.lanes;
    for (std::int32_t head = 0; head < numRows * plan.group; ++head) {
        SoftmaxState& state = total.states[head];
        const SoftmaxState& other = later.states[head];
        if (other.sum == 0.0F)
            continue;
        const float largest = std::max(state.largest, other.largest);
        const float shrink = std::exp(state.largest - largest);
        const float otherShrink = std::exp(other.largest - largest);
        float* numbers = total.outs + static_cast<std::int64_t>(head) * lanes;
        const float* others = later.outs + static_cast<std::int64_t>(head) * lanes;
        for (std::int32_t lane = 0; lane < lanes; ++lane)
            numbers[lane] = numbers[lane] * shrink + others[lane] * otherShrink;
        state = {largest, state.sum * shrink + other.sum * otherShrink};
    }
}

void finishTile(const AttendPlan& plan, const RowTile& tile, std::int32_t kvHead,
                const Summed& total)
{
    for (std::int32_t rowIdx = 0; rowIdx < tile.numRows; ++rowIdx) {
        for (std::int32_t head = 0; head < plan.group; ++head) {
            const std::int64_t place = std::int64_t(rowIdx) * plan.group + head;
            writeHead(plan, tile.firstRow + rowIdx, kvHead * plan.group + head, total.states[place],
                      total.outs + place * plan.valueLayout.lanes);
        }
    }
}

} // namespace tf::cpu
