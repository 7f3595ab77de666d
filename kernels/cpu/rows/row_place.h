#pragma once

// Where a row of a batch stands: its sequence and its position there, and tiles of such rows.
//
// A tile never spans two sequences. Sequences are few, so each question walks them.

#include "kernels/api/batch.h"
#include "kernels/base/check.h"

#include <algorithm>
#include <cstdint>

namespace tf::cpu {

struct RowPlace {
    const BatchSequence* sequence = nullptr;
    std::int64_t position = 0;
};

inline RowPlace placeOf(const Batch& batch, std::int64_t rowIdx)
{
    for (std::int32_t seqIdx = 0; seqIdx < batch.numSequences; ++seqIdx) {
        const BatchSequence& sequence = batch.sequences[seqIdx];
        const std::int64_t offset = rowIdx - sequence.firstRow;
        if (offset >= 0 && offset < sequence.numRows)
            return {&sequence, sequence.firstPosition + offset};
    }
    UNREACHABLE();
}

/// Neighbouring rows of one sequence.
struct RowTile {
    const BatchSequence* sequence = nullptr;
    std::int64_t firstRow = 0;
    std::int64_t firstPosition = 0;
    std::int32_t numRows = 0;
};

inline std::int64_t numTiles(const Batch& batch, std::int32_t tileRows)
{
    std::int64_t count = 0;
    for (std::int32_t seqIdx = 0; seqIdx < batch.numSequences; ++seqIdx)
        count += (batch.sequences[seqIdx].numRows + tileRows - 1) / tileRows;
    return count;
}

inline RowTile tileAt(const Batch& batch, std::int32_t tileRows, std::int64_t tileIdx)
{
    for (std::int32_t seqIdx = 0; seqIdx < batch.numSequences; ++seqIdx) {
        const BatchSequence& sequence = batch.sequences[seqIdx];
        const std::int64_t count = (sequence.numRows + tileRows - 1) / tileRows;
        if (tileIdx < count) {
            const auto offset = static_cast<std::int32_t>(tileIdx) * tileRows;
            return {&sequence, sequence.firstRow + offset, sequence.firstPosition + offset,
                    std::min(tileRows, sequence.numRows - offset)};
        }
        tileIdx -= count;
    }
    UNREACHABLE();
}

} // namespace tf::cpu
