#include "vision/picture/vector_passes.h"

#if defined(__x86_64__)

#include <cstring>

#include <immintrin.h>

// Code below is compiled for these instructions whatever the rest of the program is compiled for;
// nothing of the standard library may be instantiated in it.
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2")
#endif

namespace tf::vision {

namespace {

constexpr int kYmmBytes = 32;
constexpr int kYmmWords = 8;

/// The sums of the weights' tops, in units of 2^16, and of their words.
struct YmmSums {
    __m256i top, low;
};

struct YmmWeights {
    __m256i top, even, odd;
};

[[gnu::always_inline]] inline YmmSums noYmmSums()
{
    return {_mm256_setzero_si256(), _mm256_set1_epi32(1 << (kWeightBits - 1))};
}

[[gnu::always_inline]] inline void add(YmmSums& sums, __m256i bytes, const YmmWeights& weights)
{
    const __m256i even = _mm256_and_si256(bytes, _mm256_set1_epi16(0xff));
    const __m256i odd = _mm256_srli_epi16(bytes, 8);
    const __m256i tops = _mm256_maddubs_epi16(bytes, weights.top);
    sums.top = _mm256_add_epi32(sums.top, _mm256_madd_epi16(tops, _mm256_set1_epi16(1)));
    sums.low = _mm256_add_epi32(sums.low, _mm256_madd_epi16(even, weights.even));
    sums.low = _mm256_add_epi32(sums.low, _mm256_madd_epi16(odd, weights.odd));
}

[[gnu::always_inline]] inline __m256i valuesOf(const YmmSums& sums)
{
    return _mm256_srai_epi32(_mm256_add_epi32(_mm256_slli_epi32(sums.top, 16), sums.low),
                             kWeightBits);
}

/// Clamped to bytes; in each 16 bytes of the result stand four of a, of b, of c, of d.
[[gnu::always_inline]] inline __m256i packed(__m256i a, __m256i b, __m256i c, __m256i d)
{
    return _mm256_packus_epi16(_mm256_packs_epi32(a, b), _mm256_packs_epi32(c, d));
}

[[gnu::always_inline]] inline __m256i loadYmm(const void* from)
{
    return _mm256_loadu_si256(static_cast<const __m256i*>(from));
}

/// Sixteen bytes for each of the two pixels.
[[gnu::always_inline]] inline __m256i loadEach(const std::uint8_t* row, const std::int32_t* offsets)
{
    const auto* first = reinterpret_cast<const __m128i*>(row + offsets[0]);
    const auto* second = reinterpret_cast<const __m128i*>(row + offsets[1]);
    return _mm256_inserti128_si256(_mm256_castsi128_si256(_mm_loadu_si128(first)),
                                   _mm_loadu_si128(second), 1);
}

/// One block of four rows, all taps, as interleaved words.
[[gnu::always_inline]] inline __m256i blockOf(const FourRows& rows, std::int32_t numParts,
                                              const std::uint8_t* tables,
                                              const std::int32_t* offsets)
{
    YmmSums a = noYmmSums();
    YmmSums b = noYmmSums();
    YmmSums c = noYmmSums();
    YmmSums d = noYmmSums();
    for (std::int32_t part = 0; part < numParts; ++part) {
        const __m256i pick = loadYmm(tables);
        const YmmWeights weights{loadYmm(tables + kYmmBytes), loadYmm(tables + 2 * kYmmBytes),
                                 loadYmm(tables + 3 * kYmmBytes)};
        add(a, _mm256_shuffle_epi8(loadEach(rows.row[0], offsets), pick), weights);
        add(b, _mm256_shuffle_epi8(loadEach(rows.row[1], offsets), pick), weights);
        add(c, _mm256_shuffle_epi8(loadEach(rows.row[2], offsets), pick), weights);
        add(d, _mm256_shuffle_epi8(loadEach(rows.row[3], offsets), pick), weights);
        tables += 4 * kYmmBytes;
        offsets += kPixelsOfEach;
    }
    const __m256i interleave = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15));
    return _mm256_shuffle_epi8(packed(valuesOf(a), valuesOf(b), valuesOf(c), valuesOf(d)),
                               interleave);
}

[[gnu::always_inline]] inline YmmWeights spreadYmm(const WeightGroup& group)
{
    return {_mm256_set1_epi32(static_cast<int>(group.piece[0])),
            _mm256_set1_epi32(static_cast<int>(group.piece[1])),
            _mm256_set1_epi32(static_cast<int>(group.piece[2]))};
}

enum class YmmWords : std::uint8_t { AsTheyLie, Moved };

template <YmmWords words>
[[gnu::always_inline]] inline __m256i valuesAt(const DownStep& step, std::int64_t at)
{
    const __m128i down = _mm_cvtsi32_si128(8 * step.moved);
    const __m128i up = _mm_cvtsi32_si128(32 - 8 * step.moved);
    YmmSums sums = noYmmSums();
    for (std::int32_t group = 0; group < step.numGroups; ++group) {
        __m256i bytes = loadYmm(step.quads[group] + at);
        if constexpr (words == YmmWords::Moved)
            bytes = _mm256_or_si256(_mm256_srl_epi32(bytes, down),
                                    _mm256_sll_epi32(loadYmm(step.quads[group + 1] + at), up));
        add(sums, bytes, spreadYmm(step.weights[group]));
    }
    return valuesOf(sums);
}

template <YmmWords words>
void downYmm(const DownStep& step, std::int64_t numBytes, std::uint8_t* to)
{
    const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
    for (std::int64_t at = 0; at < numBytes; at += kYmmBytes) {
        const __m256i inLanes = packed(
            valuesAt<words>(step, at), valuesAt<words>(step, at + kYmmWords),
            valuesAt<words>(step, at + 2 * kYmmWords), valuesAt<words>(step, at + 3 * kYmmWords));
        const __m256i bytes = _mm256_permutevar8x32_epi32(inLanes, order);
        if (numBytes - at >= kYmmBytes) {
            _mm256_storeu_si256(reinterpret_cast<__m256i*>(to + at), bytes);
            continue;
        }
        alignas(kYmmBytes) std::uint8_t rest[kYmmBytes];
        _mm256_store_si256(reinterpret_cast<__m256i*>(rest), bytes);
        std::memcpy(to + at, rest, static_cast<std::size_t>(numBytes - at));
    }
}

} // namespace

void acrossAvx2(const FourRows& rows, const AcrossTable& table, std::uint32_t* to)
{
    const auto* tables = reinterpret_cast<const std::uint8_t*>(table.lines.data());
    const std::int32_t* offsets = table.offsets.data();
    for (std::int32_t block = 0; block < table.numBlocks; ++block) {
        const __m256i words = blockOf(rows, table.numParts, tables, offsets);
        // Three words of each four are channels; the second pixel's go over the first one's empty.
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm256_castsi256_si128(words));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to + 3), _mm256_extracti128_si256(words, 1));
        to += 3 * kPixelsOfEach;
        tables += std::ptrdiff_t{4} * kYmmBytes * table.numParts;
        offsets += std::ptrdiff_t{kPixelsOfEach} * table.numParts;
    }
}

void downAvx2(const DownStep& step, std::int64_t numBytes, std::uint8_t* to)
{
    if (step.moved == 0)
        downYmm<YmmWords::AsTheyLie>(step, numBytes, to);
    else
        downYmm<YmmWords::Moved>(step, numBytes, to);
}

} // namespace tf::vision

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

#endif
