#include "vision/picture/vector_passes.h"

#if defined(__x86_64__)

#include <immintrin.h>

// Code below is compiled for these instructions whatever the rest of the program is compiled for;
// nothing of the standard library may be instantiated in it.
#if defined(__clang__)
#pragma clang attribute push(                                                                      \
    __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,avx512vnni"))),        \
    apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,avx512vnni")
#endif

namespace tf::vision {

namespace {

constexpr int kVectorBytes = 64;
constexpr int kVectorWords = 16;
/// Half of what is shifted out in the end, in units of the top piece.
constexpr int kHalfTop = 1 << (kWeightBits - 1 - 16);

enum class Parts : std::uint8_t { One, Many };

/// The sums of the three pieces of weights.
struct PieceSums {
    __m512i top, middle, low;
};

/// Three pieces of weights, in vectors.
struct PieceWeights {
    __m512i top, middle, low;
};

[[gnu::always_inline]] inline PieceSums noSums()
{
    return {_mm512_set1_epi32(kHalfTop), _mm512_setzero_si512(), _mm512_setzero_si512()};
}

[[gnu::always_inline]] inline void add(PieceSums& sums, __m512i bytes, const PieceWeights& weights)
{
    sums.top = _mm512_dpbusd_epi32(sums.top, bytes, weights.top);
    sums.middle = _mm512_dpbusd_epi32(sums.middle, bytes, weights.middle);
    sums.low = _mm512_dpbusd_epi32(sums.low, bytes, weights.low);
}

[[gnu::always_inline]] inline __m512i valuesOf(const PieceSums& sums)
{
    const __m512i upper = _mm512_add_epi32(_mm512_slli_epi32(sums.top, 8), sums.middle);
    const __m512i all = _mm512_add_epi32(_mm512_slli_epi32(upper, 8), sums.low);
    return _mm512_srai_epi32(all, kWeightBits);
}

/// The same for one group of taps: each sum is shifted and then added to.
[[gnu::always_inline]] inline __m512i valuesOf(__m512i bytes, const PieceWeights& weights)
{
    __m512i sum = _mm512_dpbusd_epi32(_mm512_set1_epi32(kHalfTop), bytes, weights.top);
    sum = _mm512_dpbusd_epi32(_mm512_slli_epi32(sum, 8), bytes, weights.middle);
    sum = _mm512_dpbusd_epi32(_mm512_slli_epi32(sum, 8), bytes, weights.low);
    return _mm512_srai_epi32(sum, kWeightBits);
}

/// Clamped to bytes; in each 16 bytes of the result stand four of a, of b, of c, of d.
[[gnu::always_inline]] inline __m512i packed(__m512i a, __m512i b, __m512i c, __m512i d)
{
    return _mm512_packus_epi16(_mm512_packs_epi32(a, b), _mm512_packs_epi32(c, d));
}

[[gnu::always_inline]] inline __m512i load(const void* from)
{
    return _mm512_loadu_si512(from);
}

[[gnu::always_inline]] inline PieceWeights weightsAt(const CacheLine* lines)
{
    return {load(lines + 1), load(lines + 2), load(lines + 3)};
}

/// What four rows have in one place.
struct FourVectors {
    __m512i a, b, c, d;
};

[[gnu::always_inline]] inline FourVectors picked(const FourRows& rows, const CacheLine* lines,
                                                 std::int32_t offset)
{
    const __m512i places = load(lines);
    return {_mm512_permutexvar_epi8(places, load(rows.row[0] + offset)),
            _mm512_permutexvar_epi8(places, load(rows.row[1] + offset)),
            _mm512_permutexvar_epi8(places, load(rows.row[2] + offset)),
            _mm512_permutexvar_epi8(places, load(rows.row[3] + offset))};
}

[[gnu::always_inline]] inline __m512i oneGroup(const FourVectors& bytes,
                                               const PieceWeights& weights)
{
    return packed(valuesOf(bytes.a, weights), valuesOf(bytes.b, weights),
                  valuesOf(bytes.c, weights), valuesOf(bytes.d, weights));
}

/// One block of four rows, all taps.
template <Parts parts>
[[gnu::always_inline]] inline __m512i blockAcross(const FourRows& rows, std::int32_t numParts,
                                                  const CacheLine* lines,
                                                  const std::int32_t* offsets)
{
    if constexpr (parts == Parts::One)
        return oneGroup(picked(rows, lines, offsets[0]), weightsAt(lines));
    PieceSums a = noSums();
    PieceSums b = noSums();
    PieceSums c = noSums();
    PieceSums d = noSums();
    for (std::int32_t part = 0; part < numParts; ++part, lines += 4) {
        const FourVectors bytes = picked(rows, lines, offsets[part]);
        const PieceWeights weights = weightsAt(lines);
        add(a, bytes.a, weights);
        add(b, bytes.b, weights);
        add(c, bytes.c, weights);
        add(d, bytes.d, weights);
    }
    return packed(valuesOf(a), valuesOf(b), valuesOf(c), valuesOf(d));
}

template <Parts parts>
void across(const FourRows& rows, const AcrossTable& table, std::uint32_t* to)
{
    const __m512i interleave =
        _mm512_broadcast_i32x4(_mm_setr_epi8(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15));
    const CacheLine* lines = table.lines.data();
    const std::int32_t* offsets = table.offsets.data();
    for (std::int32_t block = 0; block < table.numBlocks; ++block) {
        const __m512i bytes = blockAcross<parts>(rows, table.numParts, lines, offsets);
        _mm512_storeu_si512(to, _mm512_shuffle_epi8(bytes, interleave));
        to += 3 * kPixelsOfOneLoad;
        lines += 4 * table.numParts;
        offsets += table.numParts;
    }
}

[[gnu::always_inline]] inline PieceWeights spread(const WeightGroup& group)
{
    return {_mm512_set1_epi32(static_cast<int>(group.piece[0])),
            _mm512_set1_epi32(static_cast<int>(group.piece[1])),
            _mm512_set1_epi32(static_cast<int>(group.piece[2]))};
}

enum class Words : std::uint8_t { AsTheyLie, Moved };

template <Words words>
[[gnu::always_inline]] inline __m512i wordsAt(const std::uint32_t* const* quads, std::int64_t at,
                                              __m512i bits)
{
    const __m512i upper = load(quads[0] + at);
    if constexpr (words == Words::AsTheyLie)
        return upper;
    return _mm512_shrdv_epi32(upper, load(quads[1] + at), bits);
}

template <Words words>
[[gnu::always_inline]] inline FourVectors wordsFrom(const std::uint32_t* const* quads,
                                                    std::int64_t at, __m512i bits)
{
    return {wordsAt<words>(quads, at, bits), wordsAt<words>(quads, at + kVectorWords, bits),
            wordsAt<words>(quads, at + 2 * kVectorWords, bits),
            wordsAt<words>(quads, at + 3 * kVectorWords, bits)};
}

/// 64 bytes of an output row, all taps.
template <Words words, Parts parts>
[[gnu::always_inline]] inline __m512i bytesDown(const DownStep& step, std::int64_t at, __m512i bits,
                                                const PieceWeights& onlyWeights)
{
    if constexpr (parts == Parts::One)
        return oneGroup(wordsFrom<words>(step.quads, at, bits), onlyWeights);
    PieceSums a = noSums();
    PieceSums b = noSums();
    PieceSums c = noSums();
    PieceSums d = noSums();
    for (std::int32_t group = 0; group < step.numGroups; ++group) {
        const FourVectors bytes = wordsFrom<words>(step.quads + group, at, bits);
        const PieceWeights weights = spread(step.weights[group]);
        add(a, bytes.a, weights);
        add(b, bytes.b, weights);
        add(c, bytes.c, weights);
        add(d, bytes.d, weights);
    }
    return packed(valuesOf(a), valuesOf(b), valuesOf(c), valuesOf(d));
}

template <Words words, Parts parts>
void down(const DownStep& step, std::int64_t numBytes, std::uint8_t* to)
{
    const __m512i order = _mm512_setr_epi32(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
    const __m512i bits = _mm512_set1_epi32(8 * step.moved);
    const PieceWeights weights = spread(step.weights[0]);
    for (std::int64_t at = 0; at < numBytes; at += kVectorBytes) {
        const __m512i bytes =
            _mm512_permutexvar_epi32(order, bytesDown<words, parts>(step, at, bits, weights));
        if (numBytes - at >= kVectorBytes)
            _mm512_storeu_si512(to + at, bytes);
        else
            _mm512_mask_storeu_epi8(to + at, (__mmask64{1} << (numBytes - at)) - 1, bytes);
    }
}

} // namespace

void acrossAvx512(const FourRows& rows, const AcrossTable& table, std::uint32_t* to)
{
    if (table.numParts == 1)
        across<Parts::One>(rows, table, to);
    else
        across<Parts::Many>(rows, table, to);
}

void downAvx512(const DownStep& step, std::int64_t numBytes, std::uint8_t* to)
{
    if (step.numGroups == 1 && step.moved == 0)
        down<Words::AsTheyLie, Parts::One>(step, numBytes, to);
    else if (step.numGroups == 1)
        down<Words::Moved, Parts::One>(step, numBytes, to);
    else if (step.moved == 0)
        down<Words::AsTheyLie, Parts::Many>(step, numBytes, to);
    else
        down<Words::Moved, Parts::Many>(step, numBytes, to);
}

} // namespace tf::vision

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

#endif
