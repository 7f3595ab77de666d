#pragma once

// The number formats of weights, activations and caches, and what each one means as a float.
//
// Conversions to a narrower format round to nearest, ties to even, as IEEE 754 and the OCP formats
// say. E4M3 here is the OCP finite variant: no infinity, 448 the largest, 0x7f and 0xff not a
// number.

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tf {

enum class DType : std::uint8_t { F32, BF16, F16, F8 };

constexpr std::size_t bytesOf(DType type)
{
    return type == DType::F32 ? 4 : type == DType::F8 ? 1 : 2;
}

constexpr std::string_view nameOf(DType type)
{
    return type == DType::F32 ? "f32"
        : type == DType::BF16 ? "bf16"
        : type == DType::F16  ? "f16"
                              : "fp8";
}

struct BFloat16 {
    std::uint16_t bits = 0;
};

struct Half {
    std::uint16_t bits = 0;
};

/// OCP E4M3, finite: sign, four exponent bits with bias 7, three mantissa bits.
struct Float8 {
    std::uint8_t bits = 0;
};

inline float toFloat(float value)
{
    return value;
}

inline float toFloat(BFloat16 value)
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(value.bits) << 16);
}

inline float toFloat(Half value)
{
    const auto sign = static_cast<std::uint32_t>(value.bits & 0x8000U) << 16;
    const std::uint32_t exponent = (value.bits >> 10) & 0x1fU;
    const std::uint32_t mantissa = value.bits & 0x3ffU;
    if (exponent == 0)
        return std::bit_cast<float>(
            sign | std::bit_cast<std::uint32_t>(static_cast<float>(mantissa) * 0x1p-24F));
    if (exponent == 31)
        return std::bit_cast<float>(sign | 0x7f800000U | (mantissa << 13));
    return std::bit_cast<float>(sign | ((exponent + 112) << 23) | (mantissa << 13));
}

inline float toFloat(Float8 value)
{
    const auto sign = static_cast<std::uint32_t>(value.bits & 0x80U) << 24;
    const std::uint32_t magnitude = value.bits & 0x7fU;
    if (magnitude == 0x7f)
        return std::bit_cast<float>(sign | 0x7fc00000U);
    if (magnitude < 8)
        return std::bit_cast<float>(
            sign | std::bit_cast<std::uint32_t>(static_cast<float>(magnitude) * 0x1p-9F));
    return std::bit_cast<float>(sign | ((magnitude << 20) + (120U << 23)));
}

/// 2^(code - 127), the scale of an MX block; 255 is not a number.
inline float scaleE8M0(std::uint8_t code)
{
    if (code == 255)
        return std::bit_cast<float>(0x7fc00000U);
    return code == 0 ? 0x1p-127F : std::bit_cast<float>(static_cast<std::uint32_t>(code) << 23);
}

inline BFloat16 toBFloat16(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    if ((bits & 0x7fffffffU) > 0x7f800000U)
        return {static_cast<std::uint16_t>((bits >> 16) | 0x40U)};
    return {static_cast<std::uint16_t>((bits + 0x7fffU + ((bits >> 16) & 1U)) >> 16)};
}

/// Saturates at 448, as inference engines do; a NaN stays one.
Float8 toFloat8(float value);

/// Overflow becomes infinity, as IEEE 754 says.
Half toHalf(float value);

} // namespace tf
