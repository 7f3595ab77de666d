#pragma once

// Attention of a few neighbouring rows, one group of query heads, over the blocks they chose.
//
// The rows walk the union of their lists together, so a page read once serves all that chose it;
// rows that did not are skipped, not masked. A row's own list is cut into runs of sixteen blocks.
// Each run is summed from nothing and joined to those before it in order, so that runs may as well
// be summed by different threads: nothing changes but who does it.

#include "kernels/api/attention.h"
#include "kernels/cpu/cache/block_kernels.h"
#include "kernels/cpu/cache/page_layout.h"
#include "kernels/cpu/rows/row_place.h"
#include "kernels/cpu/scratch.h"

#include <cstdint>

namespace tf::cpu {

inline constexpr std::int32_t kTileRows = 4;
inline constexpr std::int64_t kRunBlocks = 16;

struct AttendPlan {
    const AttendArgs& args;
    BlockKernels kernels;
    PageLayout keyLayout;
    PageLayout valueLayout;
    std::int32_t group = 0; ///< query heads of a KV head

    [[nodiscard]] std::int32_t tileHeads() const { return kTileRows * group; }
    /// Pages are read where they lie, and keys and values are laid out alike.
    [[nodiscard]] bool fetchesAhead() const
    {
        return kernels.form == keyLayout.type && keyLayout.numbers() == valueLayout.numbers();
    }
};

/// What rows have summed so far: for each row and head of the group a state and [lanes] numbers,
/// not yet divided by the state's sum.
struct Summed {
    SoftmaxState* states = nullptr;
    float* outs = nullptr;
};

/// What a thread needs for a tile.
struct AttendRoom {
    const std::byte** rows;
    const std::byte** weightRows;
    float* queries;
    std::byte* keyPage;
    std::byte* valuePage;
    float* scores; ///< [group][key lanes]
    std::byte* weights; ///< [group][key lanes] in the form
    Summed run;
    Summed total;
};

AttendRoom attendRoomOf(const AttendPlan& plan, Pieces& pieces);
/// Of tiles of at most `tileRows` rows.
Summed summedOf(const AttendPlan& plan, std::int32_t tileRows, Pieces& pieces);

/// Runs that the longest list of the tile has.
std::int64_t numRuns(const AttendPlan& plan, const RowTile& tile);

/// Points the room's rows at the queries of a KV head's group.
void takeQueries(const AttendPlan& plan, const RowTile& tile, std::int32_t kvHead,
                 const AttendRoom& room);

/// sums = run `run` of each row, from nothing. Requires: takeQueries().
void sumRun(const AttendPlan& plan, const RowTile& tile, std::int32_t kvHead, std::int64_t run,
            const AttendRoom& room, const Summed& sums);

void clearSums(const AttendPlan& plan, std::int32_t numRows, const Summed& sums);

/// total = total with what came after it.
void joinSums(const AttendPlan& plan, std::int32_t numRows, const Summed& total,
              const Summed& later);

/// Divides and writes out and logSum.
void finishTile(const AttendPlan& plan, const RowTile& tile, std::int32_t kvHead,
                const Summed& total);

} // namespace tf::cpu
