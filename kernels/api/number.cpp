#include "kernels/api/number.h"

#include <algorithm>

namespace tf {

namespace {

/// To the nearest whole number, ties to even. Requires: 0 <= value < 2^22.
std::uint32_t nearestWhole(float value)
{
    constexpr float kOneUlp = 0x1p23F; // numbers from here to 2^24 lie one apart
    return static_cast<std::uint32_t>((value + kOneUlp) - kOneUlp);
}

/// Keeps the upper 32 - dropped bits, rounded; a carry runs into the exponent, as it should.
std::uint32_t roundBits(std::uint32_t bits, int dropped)
{
    const std::uint32_t half = (1U << (dropped - 1)) - 1U;
    return (bits + half + ((bits >> dropped) & 1U)) >> dropped;
}

} // namespace

Float8 toFloat8(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const auto sign = static_cast<std::uint8_t>((bits >> 24) & 0x80U);
    const std::uint32_t magnitude = bits & 0x7fffffffU;
    if (magnitude > 0x7f800000U)
        return {static_cast<std::uint8_t>(sign | 0x7fU)};
    if (magnitude < 0x3c800000U) // below 2^-6 numbers lie 2^-9 apart
        return {static_cast<std::uint8_t>(sign | nearestWhole(std::fabs(value) * 0x1p9F))};
    const std::uint32_t code = roundBits(magnitude, 20) - (120U << 3);
    return {static_cast<std::uint8_t>(sign | std::min(code, 0x7eU))};
}

Half toHalf(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const auto sign = static_cast<std::uint16_t>((bits >> 16) & 0x8000U);
    const std::uint32_t magnitude = bits & 0x7fffffffU;
    if (magnitude > 0x7f800000U)
        return {static_cast<std::uint16_t>(sign | 0x7e00U)};
    if (magnitude < 0x38800000U) // below 2^-14 numbers lie 2^-24 apart
        return {static_cast<std::uint16_t>(sign | nearestWhole(std::fabs(value) * 0x1p24F))};
    const std::uint32_t code = roundBits(magnitude, 13) - (112U << 10);
    return {static_cast<std::uint16_t>(sign | std::min(code, 0x7c00U))};
}

} // namespace tf
