#pragma once

// The weights of four neighbouring taps, cut into pieces that vector instructions multiply exactly.
//
// A weight has up to 24 bits and a sign, more than any product of bytes or words takes. Its pieces
// are multiplied one by one, and their sums shifted together; nothing is rounded before the end.

#include <cstdint>

namespace tf::vision {

inline constexpr std::int32_t kGroupTaps = 4;

/// How the 32-bit words of a group hold the pieces, most significant piece first.
enum class Pieces : std::uint8_t {
    Bytes, ///< three signed bytes a weight: top, middle, low; a word holds one of each tap
    Words, ///< a signed byte and a signed 16-bit word: tops; words of taps 0 and 2; of 1 and 3
};

struct WeightGroup {
    std::uint32_t piece[3] = {};
};

/// Four weights from `first` on, as far as there are `count`; zeros behind.
/// Requires: their sizes make less than 1.75, as a cubic's do.
WeightGroup groupOf(const std::int32_t* first, std::int32_t count, Pieces pieces);

} // namespace tf::vision
