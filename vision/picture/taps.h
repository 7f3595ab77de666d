#pragma once

// Which source places an output place is made of along one side, and what each weighs.
//
// Keys' cubic with a = -0.5, widened where a picture shrinks. The order of the arithmetic is
// Pillow's, in double; then weights become whole numbers of 2^-22, so that sums are exact.

#include <cstdint>
#include <vector>

namespace tf::vision {

inline constexpr int kWeightBits = 22;

struct Taps {
    std::int32_t from = 0; ///< length of the source side
    std::int32_t to = 0;
    std::int32_t most = 0; ///< taps of an output place, with zeros behind where it has fewer
    std::vector<std::int32_t> first; ///< [to] the first source place
    std::vector<std::int32_t> count; ///< [to] places that exist; first + count <= from
    std::vector<std::int32_t> weights; ///< [to][most]

    [[nodiscard]] const std::int32_t* at(std::int32_t place) const
    {
        return weights.data() + static_cast<std::int64_t>(place) * most;
    }
};

/// How many weights a side needs at most, without making them.
std::int64_t numWeights(std::int32_t from, std::int32_t to);

/// Requires: both lengths are positive. Equal lengths have one tap of weight 1 each.
Taps tapsOf(std::int32_t from, std::int32_t to);

} // namespace tf::vision
