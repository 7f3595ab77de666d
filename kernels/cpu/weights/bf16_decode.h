#pragma once

// Codes to operands of the bf16 dot product, in registers: four vectors of 16 outputs x 2 inputs.
//
// Included by the bf16 sources alone; every function here needs AVX-512 BF16 and VBMI, and whoever
// calls one carries the same target attribute.

#include "kernels/cpu/weights/kept_weight.h"

#include <cstdint>

#include <immintrin.h>

namespace tf::cpu::bf16 {

/// The operands of one pair of inputs and 64 outputs.
struct Operands {
    __m512i of[4];
};

/// An int4 code q is met as 16 + q, which is bits in place and no table.
inline constexpr float kInt4Offset = 16.0F;

/// bf16 of the 128 positive E4M3 codes, as low and high bytes.
struct Fp8Tables {
    alignas(64) std::uint8_t low[128];
    alignas(64) std::uint8_t high[128];
};
const Fp8Tables& fp8Tables();

struct Fp8Registers {
    __m512i low[2];
    __m512i high[2];
};

[[gnu::always_inline,
  gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline Fp8Registers
loadFp8Tables()
{
    const Fp8Tables& tables = fp8Tables();
    return {{_mm512_load_si512(tables.low), _mm512_load_si512(tables.low + 64)},
            {_mm512_load_si512(tables.high), _mm512_load_si512(tables.high + 64)}};
}

[[gnu::always_inline,
  gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline Operands
loadPair(const std::byte* pair)
{
    return {{_mm512_load_si512(pair), _mm512_load_si512(pair + 64), _mm512_load_si512(pair + 128),
             _mm512_load_si512(pair + 192)}};
}

[[gnu::always_inline,
  gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline Operands
decodeInt4Pair(const std::byte* pair)
{
    const __m512i codes = _mm512_load_si512(pair);
    const __m512i mask = _mm512_set1_epi16(0x0078); // mantissa bits worth 8, 4, 2, 1
    const __m512i sixteen = _mm512_set1_epi16(0x4180);
    constexpr int kMaskThenOr = 0xea; // (a & b) | c
    return {{_mm512_ternarylogic_epi32(_mm512_slli_epi16(codes, 3), mask, sixteen, kMaskThenOr),
             _mm512_ternarylogic_epi32(_mm512_srli_epi16(codes, 1), mask, sixteen, kMaskThenOr),
             _mm512_ternarylogic_epi32(_mm512_srli_epi16(codes, 5), mask, sixteen, kMaskThenOr),
             _mm512_ternarylogic_epi32(_mm512_srli_epi16(codes, 9), mask, sixteen, kMaskThenOr)}};
}

[[gnu::always_inline,
  gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline Operands
decodeFp8Pair(const std::byte* pair, const Fp8Registers& tables)
{
    const __m512i signBit = _mm512_set1_epi8(static_cast<char>(0x80));
    constexpr int kOrMasked = 0xf8; // a | (b & c)
    const __m512i first = _mm512_load_si512(pair);
    const __m512i second = _mm512_load_si512(pair + 64);
    const __m512i low0 = _mm512_permutex2var_epi8(tables.low[0], first, tables.low[1]);
    const __m512i low1 = _mm512_permutex2var_epi8(tables.low[0], second, tables.low[1]);
    const __m512i high0 = _mm512_ternarylogic_epi32(
        _mm512_permutex2var_epi8(tables.high[0], first, tables.high[1]), first, signBit, kOrMasked);
    const __m512i high1 =
        _mm512_ternarylogic_epi32(_mm512_permutex2var_epi8(tables.high[0], second, tables.high[1]),
                                  second, signBit, kOrMasked);
    return {{_mm512_unpacklo_epi8(low0, high0), _mm512_unpackhi_epi8(low0, high0),
             _mm512_unpacklo_epi8(low1, high1), _mm512_unpackhi_epi8(low1, high1)}};
}

/// What E8M0 scales add to the exponents of both numbers of a lane.
[[gnu::always_inline,
  gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline Operands
exponentsOf(const std::byte* scales)
{
    Operands exponents;
#pragma GCC unroll 8
    for (int vector = 0; vector < 4; ++vector) {
        const auto* bytes = reinterpret_cast<const __m128i*>(scales + 16 * vector);
        const __m512i wide = _mm512_cvtepu8_epi32(_mm_load_si128(bytes));
        const __m512i both = _mm512_or_si512(wide, _mm512_slli_epi32(wide, 16));
        exponents.of[vector] = _mm512_slli_epi16(_mm512_sub_epi16(both, _mm512_set1_epi16(127)), 7);
    }
    return exponents;
}

/// Numbers times their scales; zeros stay.
[[gnu::always_inline,
  gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline Operands
scaled(const Operands& numbers, const Operands& exponents)
{
    const __m512i magnitude = _mm512_set1_epi16(0x7fff);
    Operands products;
#pragma GCC unroll 8
    for (int vector = 0; vector < 4; ++vector) {
        const __m512i number = numbers.of[vector];
        products.of[vector] = _mm512_mask_add_epi16(
            number, _mm512_test_epi16_mask(number, magnitude), number, exponents.of[vector]);
    }
    return products;
}

/// What a unit's sums are multiplied with, and what is taken off them before.
struct UnitScales {
    __m512 scale[4];
    __m512 offset[4]; ///< times the sum of the unit's inputs
};

[[gnu::always_inline,
  gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline UnitScales
loadScales(const PanelShape& shape, const std::byte* unit)
{
    UnitScales scales;
#pragma GCC unroll 8
    for (int vector = 0; vector < 4; ++vector) {
        scales.offset[vector] = _mm512_set1_ps(kInt4Offset + 8.0F);
        if (shape.form == WeightForm::BlockFp8) {
            scales.scale[vector] = _mm512_load_ps(unit + 64 * vector);
            continue;
        }
        const auto* halves = reinterpret_cast<const __m256i*>(unit + 32 * vector);
        scales.scale[vector] = _mm512_cvtph_ps(_mm256_load_si256(halves));
        if (shape.hasZeros) {
            const auto* zeros =
                reinterpret_cast<const __m128i*>(unit + 2 * kPanelOuts + 16 * vector);
            scales.offset[vector] =
                _mm512_add_ps(_mm512_cvtepi32_ps(_mm512_cvtepu8_epi32(_mm_load_si128(zeros))),
                              _mm512_set1_ps(kInt4Offset));
        }
    }
    return scales;
}

/// A pair of inputs in every lane.
[[gnu::always_inline,
  gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline __m512i
spreadPair(const std::uint16_t* inputs)
{
    std::int32_t pair;
    __builtin_memcpy(&pair, inputs, sizeof pair);
    return _mm512_set1_epi32(pair);
}

[[gnu::always_inline,
  gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline __m512
addPair(__m512 sum, __m512i weights, __m512i inputs)
{
    return _mm512_dpbf16_ps(sum, (__m512bh)weights, (__m512bh)inputs);
}

} // namespace tf::cpu::bf16
