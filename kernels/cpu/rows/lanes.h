#pragma once

// Sums in sixteen lanes: one fixed order, whatever the vector width, the threads or the batch.
//
// Element i is added to lane i % 16; the lanes are then added pairwise. Written so that a compiler
// turns the inner loop into vector code of any width without changing a bit.

#include <cstdint>

namespace tf::cpu {

inline constexpr std::int64_t kLanes = 16;

/// The lanes halved until one is left.
inline float sumOfLanes(float (&lanes)[kLanes])
{
    for (std::int64_t half = kLanes / 2; half > 0; half /= 2) {
        for (std::int64_t lane = 0; lane < half; ++lane)
            lanes[lane] += lanes[lane + half];
    }
    return lanes[0];
}

inline float dot(const float* left, const float* right, std::int64_t count)
{
    float lanes[kLanes] = {};
    std::int64_t first = 0;
    for (; first + kLanes <= count; first += kLanes) {
        for (std::int64_t lane = 0; lane < kLanes; ++lane)
            lanes[lane] += left[first + lane] * right[first + lane];
    }
    for (std::int64_t lane = 0; first + lane < count; ++lane)
        lanes[lane] += left[first + lane] * right[first + lane];
    return sumOfLanes(lanes);
}

} // namespace tf::cpu
