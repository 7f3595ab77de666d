#pragma once

// What the pass across needs for each few output pixels: which bytes to pick, and their weights.
//
// A block is as many pixels as fit a vector, a 32-bit lane for each of their channels; in a lane
// stand four taps of that channel. A block has a part for each four taps. Loads are moved back
// where they would reach over the end of a row, so rows need no padding.

#include "vision/picture/taps.h"
#include "vision/picture/weight_group.h"

#include <cstdint>
#include <vector>

namespace tf::vision {

struct alignas(64) CacheLine {
    std::uint8_t bytes[64] = {};
};

/// How bytes come into a vector.
enum class Picking : std::uint8_t {
    OneLoad, ///< 5 pixels of 64 bytes loaded at once, pieces of bytes
    LoadEach, ///< 2 pixels of 16 bytes loaded for each, pieces of words
};

struct AcrossTable {
    Picking picking = Picking::LoadEach;
    std::int32_t numBlocks = 0;
    std::int32_t numParts = 0;
    std::vector<std::int32_t> offsets; ///< [block][part] or [block][part][2], in the source row
    /// [block][part] of a vector each: bytes to pick, then the three pieces of the weights.
    std::vector<CacheLine> lines;

    /// 32-bit words that a row of results takes, with what is written behind its end.
    [[nodiscard]] std::int64_t rowWords() const;
};

inline constexpr std::int32_t kPixelsOfOneLoad = 5;
inline constexpr std::int32_t kPixelsOfEach = 2;

/// Source rows must have so many bytes for a way of picking.
[[nodiscard]] bool canPick(const Taps& taps, Picking picking);

/// Requires: canPick.
AcrossTable acrossTable(const Taps& taps, Picking picking);

} // namespace tf::vision
