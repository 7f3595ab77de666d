#pragma once

// Numbers rounded to groups that share a scale, for weights that are quantised on load.
//
// MX as the OCP specification says: the scale is 2^(floor(log2(largest)) - 8), so the largest lies
// in E4M3's last binade, and what exceeds 448 there saturates. Int4: the scale is a few candidates'
// best by squared error, symmetric around code 8.

#include <array>
#include <cstdint>
#include <span>

namespace tf::cpu {

struct MxBlock {
    std::uint8_t scale = 127; ///< E8M0
    std::array<std::uint8_t, 32> codes{}; ///< E4M3
};

/// Requires: at most 32 finite numbers.
MxBlock quantiseMx(std::span<const float> numbers);

struct Int4Group {
    std::uint16_t scale = 0; ///< F16; infinite where the numbers are too large for one
    std::array<std::uint8_t, 128> codes{}; ///< 0 … 15, 8 is nothing
};

/// Requires: at most 128 finite numbers.
Int4Group quantiseInt4(std::span<const float> numbers);

} // namespace tf::cpu
