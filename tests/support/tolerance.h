#pragma once

// How far an operation may lie from the truth: bounds made of number formats and norms, in one
// place.
//
// u is a format's unit roundoff. A sum of n products strays by at most n * u * the sum of their
// magnitudes; everything below is that rule, the error of exp and of one rounding to a type.

#include "kernels/api/number.h"

#include <cmath>
#include <cstdint>

namespace tf::test {

constexpr double unitRoundoff(DType type)
{
    switch (type) {
    case DType::F32:
        return 0x1p-24;
    case DType::F16:
        return 0x1p-11;
    case DType::BF16:
        return 0x1p-8;
    case DType::F8:
        return 0x1p-4;
    }
    return 1;
}

/// Of a dot product of `count` terms whose magnitudes add up to `magnitude`, summed in fp32.
inline double dotBound(std::int64_t count, double magnitude)
{
    return static_cast<double>(count + 2) * unitRoundoff(DType::F32) * magnitude;
}

/// Relative: a norm over `width` numbers, then one rounding to `type`.
inline double normBound(std::int64_t width, DType type)
{
    const double terms = static_cast<double>(width) / 16 + 12;
    return terms * unitRoundoff(DType::F32) + (type == DType::F32 ? 0 : unitRoundoff(type));
}

/// Of a head rotated in fp32: `magnitude` is that of the two numbers that mix; `position` turns the
/// rounding of the angle into an error of its sine.
inline double ropeBound(std::int64_t position, double magnitude)
{
    return (static_cast<double>(position) + 8) * 2 * unitRoundoff(DType::F32) * magnitude;
}

/// What attention may be off by, as a share of the largest value it weighs.
struct AttentionSize {
    std::int64_t dim = 0;
    std::int64_t keys = 0; ///< that a row sees
    double score = 0; ///< sum over dims of |q k|, times the scale: the largest there is
    DType query = DType::F32; ///< weights are rounded to it
};

inline double attentionBound(const AttentionSize& size)
{
    const double u = unitRoundoff(DType::F32);
    const double score = static_cast<double>(size.dim + 4) * u * size.score + 8 * u;
    const double weights = size.query == DType::F32 ? 0 : unitRoundoff(size.query);
    return 2 * score + weights + static_cast<double>(size.keys + 64) * 2 * u;
}

/// Relative, of something computed in fp32 and then rounded to `type`.
inline double storedBound(DType type)
{
    return type == DType::F32 ? 4 * unitRoundoff(type) : unitRoundoff(type) * 1.01;
}

} // namespace tf::test
