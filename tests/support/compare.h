#pragma once

// Two arrays of numbers held against each other, with the worst place in words.
//
// First the places of inf and nan must be the same, then every element must lie within the bound,
// then the direction of the whole is told (cosine). The bound is computed by the caller from the
// types and norms involved, never guessed.

#include <cstddef>
#include <span>
#include <string>

namespace tf::test {

struct Bound {
    double absolute = 0;
    double relative = 0; ///< of the wanted element
};

struct Comparison {
    bool ok = false;
    std::size_t worstIdx = 0;
    double worstDifference = 0;
    double cosine = 1;
    std::string report; ///< one line, worth printing when ok is false
};

[[nodiscard]] Comparison compare(std::span<const double> got, std::span<const double> want,
                                 Bound bound);
[[nodiscard]] Comparison compare(std::span<const float> got, std::span<const float> want,
                                 Bound bound);

} // namespace tf::test
