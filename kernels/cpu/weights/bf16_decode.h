#pragma once

// Codes to operands of the bf16 dot product, in registers: four vectors of 16 outputs x 2 inputs.
//
// Included by the bf16 sources alone; every function here needs AVX-512 BF16 and VBMI, and whoever
// calls one carries the same target attribute.

#include "kernels/cpu/weights/kept_weight.h"

#include <bit>
#include <cstdint>

#include <immintrin.h>

namespace tf::cpu::bf16 {

/// The operands of one pair of inputs and 64 outputs.
struct Operands {
    __m512i of[4];
};

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

/// 32 outputs x 2 inputs from 64 codes.
[[gnu::always_inline, gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline void
decodeFp8Half(__m512i codes, const Fp8Registers& tables, __m512i* operands)
{
    constexpr int kOrMasked = 0xf8; // a | (b & c)
    const __m512i low = _mm512_permutex2var_epi8(tables.low[0], codes, tables.low[1]);
    const __m512i high =
        _mm512_ternarylogic_epi32(_mm512_permutex2var_epi8(tables.high[0], codes, tables.high[1]),
                                  codes, _mm512_set1_epi8(static_cast<char>(0x80)), kOrMasked);
    operands[0] = _mm512_unpacklo_epi8(low, high);
    operands[1] = _mm512_unpackhi_epi8(low, high);
}

[[gnu::always_inline,
  gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline Operands
decodeFp8Pair(const std::byte* pair, const Fp8Registers& tables)
{
    Operands operands;
    decodeFp8Half(_mm512_load_si512(pair), tables, operands.of);
    decodeFp8Half(_mm512_load_si512(pair + 64), tables, operands.of + 2);
    return operands;
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

/// bf16 of the 32 whole numbers from `first` on, of which the low `period` repeat.
struct Int4Table {
    alignas(64) std::uint16_t numbers[32];

    constexpr Int4Table(int first, int period)
        : numbers()
    {
        for (int idx = 0; idx < 32; ++idx)
            numbers[idx] = static_cast<std::uint16_t>(
                std::bit_cast<std::uint32_t>(static_cast<float>(first + idx % period)) >> 16);
    }
};
inline constexpr Int4Table kLessEight(-8, 16);
inline constexpr Int4Table kDifferences(-16, 32);

/// Int4 codes less 8, for vectors of 16 outputs from First on. A word's four nibbles belong to four
/// vectors; the table repeats, so what stands above a nibble does not matter.
template <int First, int V>
class CentredCodes {
public:
    static constexpr std::int64_t kPairBytes = 64;

    [[gnu::always_inline,
      gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline CentredCodes()
        : m_numbers(_mm512_load_si512(kLessEight.numbers))
    {
    }
    [[gnu::always_inline,
      gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline void
    decode(const std::byte* pair, __m512i* operands) const
    {
        const __m512i words = _mm512_load_si512(pair);
#pragma GCC unroll 8
        for (int vector = 0; vector < V; ++vector)
            operands[vector] = _mm512_permutexvar_epi16(
                _mm512_srli_epi16(words, static_cast<unsigned>(4 * (First + vector))), m_numbers);
    }

private:
    __m512i m_numbers;
};

/// The same less zero points of 0 to 16.
template <int First, int V>
class ShiftedCodes {
public:
    static constexpr std::int64_t kPairBytes = 64;

    [[gnu::always_inline,
      gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,"
                  "avx512bf16")]] inline explicit ShiftedCodes(const std::byte* zeros)
        : m_numbers(_mm512_load_si512(kDifferences.numbers))
    {
#pragma GCC unroll 8
        for (int vector = 0; vector < V; ++vector) {
            const auto* bytes = reinterpret_cast<const __m128i*>(zeros + 16 * (First + vector));
            const __m512i wide = _mm512_cvtepu8_epi32(_mm_load_si128(bytes));
            m_shifts[vector] = _mm512_sub_epi16(_mm512_set1_epi16(16),
                                                _mm512_or_si512(wide, _mm512_slli_epi32(wide, 16)));
        }
    }
    [[gnu::always_inline,
      gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline void
    decode(const std::byte* pair, __m512i* operands) const
    {
        const __m512i words = _mm512_load_si512(pair);
        const __m512i fifteen = _mm512_set1_epi16(15);
#pragma GCC unroll 8
        for (int vector = 0; vector < V; ++vector) {
            const __m512i codes = _mm512_and_si512(
                _mm512_srli_epi16(words, static_cast<unsigned>(4 * (First + vector))), fifteen);
            operands[vector] =
                _mm512_permutexvar_epi16(_mm512_add_epi16(codes, m_shifts[vector]), m_numbers);
        }
    }

private:
    __m512i m_numbers;
    __m512i m_shifts[V];
};

/// E4M3 without scales; First and V are even.
template <int First, int V>
class Fp8Codes {
public:
    static constexpr std::int64_t kPairBytes = 128;

    [[gnu::always_inline,
      gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline Fp8Codes()
        : m_tables(loadFp8Tables())
    {
    }
    [[gnu::always_inline,
      gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline void
    decode(const std::byte* pair, __m512i* operands) const
    {
#pragma GCC unroll 8
        for (int vector = 0; vector < V; vector += 2)
            decodeFp8Half(_mm512_load_si512(pair + 32 * (First + vector)), m_tables,
                          operands + vector);
    }

private:
    Fp8Registers m_tables;
};

/// Whether 64 zero points are 8, as where a checkpoint has zero points for nothing.
[[gnu::always_inline, gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline bool
allEight(const std::byte* zeros)
{
    return _mm512_cmpneq_epi8_mask(_mm512_load_si512(zeros), _mm512_set1_epi8(8)) == 0;
}

/// What the sums of 16 outputs over a unit are multiplied with.
template <WeightForm Form>
[[gnu::always_inline,
  gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline __m512
loadScale(const std::byte* unit, int vector)
{
    if constexpr (Form == WeightForm::BlockFp8)
        return _mm512_load_ps(unit + 64 * vector);
    return _mm512_cvtph_ps(_mm256_load_si256(reinterpret_cast<const __m256i*>(unit + 32 * vector)));
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
