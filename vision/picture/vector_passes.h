#pragma once

// Both passes of a resampling in vector instructions, for four source rows and one output row.
//
// Between the passes four rows lie interleaved: the four bytes of a 32-bit word are one byte of
// each, top row first. So the pass across writes whole vectors, and the pass down multiplies what
// it reads as it lies. Requires: the machine has the instructions. Thread: any.

#include "vision/picture/across_table.h"
#include "vision/picture/weight_group.h"

#include <cstdint>

namespace tf::vision {

/// Where there are fewer, the last one is repeated.
struct FourRows {
    const std::uint8_t* row[4];
};

/// What one output row is made of.
struct DownStep {
    const std::uint32_t* const* quads; ///< [numGroups], one more where they are moved
    const WeightGroup* weights; ///< [numGroups]
    std::int32_t numGroups = 0;
    std::int32_t moved = 0; ///< rows
};

#if defined(__x86_64__)
/// `to` holds table.rowWords() words. Requires: a table of Picking::OneLoad.
void acrossAvx512(const FourRows& rows, const AcrossTable& table, std::uint32_t* to);
/// Requires: a table of Picking::LoadEach.
void acrossAvx2(const FourRows& rows, const AcrossTable& table, std::uint32_t* to);

/// Requires: weights in Pieces::Bytes. Writes `numBytes` and not one more.
void downAvx512(const DownStep& step, std::int64_t numBytes, std::uint8_t* to);
/// Requires: weights in Pieces::Words.
void downAvx2(const DownStep& step, std::int64_t numBytes, std::uint8_t* to);
#endif

} // namespace tf::vision
