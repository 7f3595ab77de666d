#include "kernels/cpu/cache/block_kernels_bf16.h"

#if defined(__x86_64__)

#include "kernels/base/check.h"

#include <cstring>

#include <immintrin.h>

// Code below is compiled for these instructions whatever the rest of the program is compiled for;
// nothing of the standard library may be instantiated in it.
#if defined(__clang__)
#pragma clang attribute push(                                                                      \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16"))),           \
    apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")
#endif

namespace tf::cpu {

namespace {

constexpr std::int32_t kVector = 16; ///< floats, or pairs
constexpr std::int32_t kLanesAtOnce = 4 * kVector;
constexpr std::int32_t kRowsAtOnce = 4;
/// Keeps the first of each pair of bf16.
constexpr int kFirstOfPair = 0x0000ffff;

enum class Start : std::uint8_t { Zero, Out };

/// 64 lanes of one row's sums, or of a page's pairs.
struct Sums {
    __m512 a, b, c, d;
};
struct Pairs {
    __m512i a, b, c, d;
};

/// Pointers to four rows; where there are fewer, the last one is repeated.
struct Rows {
    const std::byte* row[kRowsAtOnce];
};

[[gnu::always_inline]] inline __m512i pairAt(const std::byte* row, std::int64_t pairIdx)
{
    int pair;
    std::memcpy(&pair, row + pairIdx * 4, sizeof pair);
    return _mm512_set1_epi32(pair);
}

[[gnu::always_inline]] inline __m512 dot(__m512 sum, __m512i left, __m512i right)
{
    return _mm512_dpbf16_ps(sum, (__m512bh)left, (__m512bh)right);
}

[[gnu::always_inline]] inline Pairs loadPairs(const std::byte* page)
{
    return {_mm512_loadu_si512(page), _mm512_loadu_si512(page + 64), _mm512_loadu_si512(page + 128),
            _mm512_loadu_si512(page + 192)};
}

constexpr std::int64_t kLineBytes = 64;

/// What is wanted next, line by line into the second cache. The hardware cannot guess it: a page is
/// walked in strips, and the next one lies anywhere. Each group of rows fetches its part, because
/// too many lines at once hold up the loads of the page at hand.
template <int LINES>
[[gnu::always_inline]] inline void fetch(const std::byte* ahead)
{
    if (LINES > 0)
        _mm_prefetch(reinterpret_cast<const char*>(ahead), _MM_HINT_T1);
    if (LINES > 1)
        _mm_prefetch(reinterpret_cast<const char*>(ahead + kLineBytes), _MM_HINT_T1);
    if (LINES > 2) {
        _mm_prefetch(reinterpret_cast<const char*>(ahead + 2 * kLineBytes), _MM_HINT_T1);
        _mm_prefetch(reinterpret_cast<const char*>(ahead + 3 * kLineBytes), _MM_HINT_T1);
    }
}

[[gnu::always_inline]] inline Pairs firstOfPairs(const Pairs& pairs)
{
    const __m512i mask = _mm512_set1_epi32(kFirstOfPair);
    return {_mm512_and_si512(pairs.a, mask), _mm512_and_si512(pairs.b, mask),
            _mm512_and_si512(pairs.c, mask), _mm512_and_si512(pairs.d, mask)};
}

[[gnu::always_inline]] inline void add(Sums& sums, __m512i row, const Pairs& page)
{
    sums.a = dot(sums.a, row, page.a);
    sums.b = dot(sums.b, row, page.b);
    sums.c = dot(sums.c, row, page.c);
    sums.d = dot(sums.d, row, page.d);
}

[[gnu::always_inline]] inline Sums startSums(const float* out, Start start)
{
    if (start == Start::Zero)
        return {_mm512_setzero_ps(), _mm512_setzero_ps(), _mm512_setzero_ps(), _mm512_setzero_ps()};
    return {_mm512_loadu_ps(out), _mm512_loadu_ps(out + 16), _mm512_loadu_ps(out + 32),
            _mm512_loadu_ps(out + 48)};
}

[[gnu::always_inline]] inline void storeSums(const Sums& sums, float* out)
{
    _mm512_storeu_ps(out, sums.a);
    _mm512_storeu_ps(out + 16, sums.b);
    _mm512_storeu_ps(out + 32, sums.c);
    _mm512_storeu_ps(out + 48, sums.d);
}

/// Four rows, 64 lanes from `lane` on.
template <Start START, int LINES>
void multiplyTile(const Rows& rows, const Product& product, std::int32_t lane,
                  const std::byte* ahead, float* out)
{
    const std::int64_t step = std::int64_t(product.lanes) * 4;
    const std::int64_t stride = product.lanes;
    const std::int64_t wholePairs = product.inner / 2;
    const std::byte* page = product.page + std::int64_t(lane) * 4;
    Sums first = startSums(out, START);
    Sums second = startSums(out + stride, START);
    Sums third = startSums(out + 2 * stride, START);
    Sums fourth = startSums(out + 3 * stride, START);
    for (std::int64_t pairIdx = 0; pairIdx < wholePairs; ++pairIdx, page += step) {
        if (LINES > 0) {
            fetch<LINES>(ahead);
            ahead += LINES * kLineBytes;
        }
        const Pairs pairs = loadPairs(page);
        add(first, pairAt(rows.row[0], pairIdx), pairs);
        add(second, pairAt(rows.row[1], pairIdx), pairs);
        add(third, pairAt(rows.row[2], pairIdx), pairs);
        add(fourth, pairAt(rows.row[3], pairIdx), pairs);
    }
    if (product.inner % 2 != 0) {
        const Pairs pairs = firstOfPairs(loadPairs(page));
        add(first, pairAt(rows.row[0], wholePairs), pairs);
        add(second, pairAt(rows.row[1], wholePairs), pairs);
        add(third, pairAt(rows.row[2], wholePairs), pairs);
        add(fourth, pairAt(rows.row[3], wholePairs), pairs);
    }
    storeSums(first, out);
    storeSums(second, out + stride);
    storeSums(third, out + 2 * stride);
    storeSums(fourth, out + 3 * stride);
}

/// Four rows, 16 lanes: what is left of the lanes.
template <Start START>
void multiplyNarrow(const Rows& rows, const Product& product, const std::byte* page, float* out)
{
    const std::int64_t step = std::int64_t(product.lanes) * 4;
    const std::int64_t stride = product.lanes;
    const std::int64_t wholePairs = product.inner / 2;
    __m512 sums[kRowsAtOnce];
#pragma GCC unroll 4
    for (int row = 0; row < kRowsAtOnce; ++row)
        sums[row] =
            START == Start::Zero ? _mm512_setzero_ps() : _mm512_loadu_ps(out + row * stride);
    for (std::int64_t pairIdx = 0; pairIdx < wholePairs; ++pairIdx, page += step) {
        const __m512i pairs = _mm512_loadu_si512(page);
#pragma GCC unroll 4
        for (int row = 0; row < kRowsAtOnce; ++row)
            sums[row] = dot(sums[row], pairAt(rows.row[row], pairIdx), pairs);
    }
    if (product.inner % 2 != 0) {
        const __m512i pairs =
            _mm512_and_si512(_mm512_loadu_si512(page), _mm512_set1_epi32(kFirstOfPair));
#pragma GCC unroll 4
        for (int row = 0; row < kRowsAtOnce; ++row)
            sums[row] = dot(sums[row], pairAt(rows.row[row], wholePairs), pairs);
    }
#pragma GCC unroll 4
    for (int row = 0; row < kRowsAtOnce; ++row)
        _mm512_storeu_ps(out + row * stride, sums[row]);
}

/// One row, 16 lanes: what is left of both.
template <Start START>
void multiplyStrip(const std::byte* row, const Product& product, const std::byte* page, float* out)
{
    const std::int64_t step = std::int64_t(product.lanes) * 4;
    const std::int64_t wholePairs = product.inner / 2;
    __m512 sum = START == Start::Zero ? _mm512_setzero_ps() : _mm512_loadu_ps(out);
    for (std::int64_t pairIdx = 0; pairIdx < wholePairs; ++pairIdx, page += step)
        sum = dot(sum, pairAt(row, pairIdx), _mm512_loadu_si512(page));
    if (product.inner % 2 != 0) {
        const __m512i mask = _mm512_set1_epi32(kFirstOfPair);
        sum = dot(sum, pairAt(row, wholePairs), _mm512_and_si512(_mm512_loadu_si512(page), mask));
    }
    _mm512_storeu_ps(out, sum);
}

template <Start START, int LINES>
void multiplyRows(const Rows& rows, std::int32_t numRows, const Product& product,
                  const std::byte* ahead, float* out)
{
    const std::int64_t fetchedBytes = std::int64_t(product.inner / 2) * LINES * kLineBytes;
    std::int32_t lane = 0;
    for (; numRows == kRowsAtOnce && lane + kLanesAtOnce <= product.lanes; lane += kLanesAtOnce) {
        multiplyTile<START, LINES>(rows, product, lane, ahead, out + lane);
        ahead = LINES > 0 ? ahead + fetchedBytes : ahead;
    }
    for (; numRows == kRowsAtOnce && lane < product.lanes; lane += kVector)
        multiplyNarrow<START>(rows, product, product.page + std::int64_t(lane) * 4, out + lane);
    for (; lane < product.lanes; lane += kVector) {
        for (std::int32_t rowIdx = 0; rowIdx < numRows; ++rowIdx)
            multiplyStrip<START>(rows.row[rowIdx], product, product.page + std::int64_t(lane) * 4,
                                 out + std::int64_t(rowIdx) * product.lanes + lane);
    }
}

/// How many lines each step fetches so that the groups of rows together fetch a page.
int linesOf(const Product& product)
{
    if (product.ahead == nullptr)
        return 0;
    const std::int32_t groups = product.numRows / kRowsAtOnce;
    return groups >= 4 ? 1 : groups >= 2 ? 2 : 4;
}

template <Start START>
void multiplyAll(const Product& product)
{
    const int lines = linesOf(product);
    const std::int64_t partBytes =
        std::int64_t(product.lanes / kLanesAtOnce) * (product.inner / 2) * lines * kLineBytes;
    for (std::int32_t firstRow = 0; firstRow < product.numRows; firstRow += kRowsAtOnce) {
        const std::int32_t left = product.numRows - firstRow;
        const std::int32_t numRows = left < kRowsAtOnce ? left : kRowsAtOnce;
        Rows rows{};
        for (std::int32_t rowIdx = 0; rowIdx < numRows; ++rowIdx)
            rows.row[rowIdx] = product.rows[firstRow + rowIdx];
        float* const out = product.out + std::int64_t(firstRow) * product.lanes;
        const std::int32_t group = firstRow / kRowsAtOnce;
        const bool fetches = group * lines < 4;
        const std::byte* const ahead = product.ahead + group * partBytes;
        if (fetches && lines == 1)
            multiplyRows<START, 1>(rows, numRows, product, ahead, out);
        else if (fetches && lines == 2)
            multiplyRows<START, 2>(rows, numRows, product, ahead, out);
        else if (fetches && lines == 4)
            multiplyRows<START, 4>(rows, numRows, product, ahead, out);
        else
            multiplyRows<START, 0>(rows, numRows, product, nullptr, out);
    }
}

void multiplyBf16(const Product& product)
{
    multiplyAll<Start::Zero>(product);
}

void multiplyAddBf16(const Product& product)
{
    multiplyAll<Start::Out>(product);
}

[[gnu::always_inline]] inline __mmask16 maskOf(std::int32_t count)
{
    return count >= kVector ? __mmask16(0xffff) : static_cast<__mmask16>((1U << count) - 1U);
}

/// e^x to 2e-7 for x <= 0: 2^n (1 + r + r^2 q(r)) with |r| <= ln 2 / 2, q by interpolation at
/// Chebyshev's places. What would be below the smallest number is 0; NaN stays.
[[gnu::always_inline]] inline __m512 expOf(__m512 x)
{
    x = _mm512_max_ps(_mm512_set1_ps(-104.0F), x);
    const __m512 n = _mm512_roundscale_ps(_mm512_mul_ps(x, _mm512_set1_ps(1.44269504F)),
                                          _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
    __m512 r = _mm512_fnmadd_ps(n, _mm512_set1_ps(0.693145752F), x); // ln 2 in two pieces,
    r = _mm512_fnmadd_ps(n, _mm512_set1_ps(1.42860677e-6F), r); // the first of few bits
    __m512 q = _mm512_set1_ps(0.00139269266F);
    q = _mm512_fmadd_ps(q, r, _mm512_set1_ps(0.00836377387F));
    q = _mm512_fmadd_ps(q, r, _mm512_set1_ps(0.0416665501F));
    q = _mm512_fmadd_ps(q, r, _mm512_set1_ps(0.166665734F));
    q = _mm512_fmadd_ps(q, r, _mm512_set1_ps(0.5F));
    const __m512 rest = _mm512_fmadd_ps(_mm512_mul_ps(r, r), q, r);
    return _mm512_scalef_ps(_mm512_add_ps(rest, _mm512_set1_ps(1.0F)), n);
}

/// NaN is passed over: a comparison with it keeps the other.
float largestBf16(const float* scores, std::int32_t count)
{
    const __m512 none = _mm512_set1_ps(-__builtin_inff());
    __m512 largest = none;
    for (std::int32_t idx = 0; idx < count; idx += kVector)
        largest =
            _mm512_max_ps(_mm512_mask_loadu_ps(none, maskOf(count - idx), scores + idx), largest);
    return _mm512_reduce_max_ps(largest);
}

Softened softenBf16(const Soften& soften)
{
    const float scaled = largestBf16(soften.scores, soften.count) * soften.scale;
    const float largest = scaled > soften.before.largest ? scaled : soften.before.largest;
    const __m512 scale = _mm512_set1_ps(soften.scale);
    const __m512 shift = _mm512_set1_ps(largest);
    __m512 sum = _mm512_setzero_ps();
    for (std::int32_t idx = 0; idx < soften.count; idx += kVector) {
        const __mmask16 mask = maskOf(soften.count - idx);
        const __m512 scores = _mm512_maskz_loadu_ps(mask, soften.scores + idx);
        const __m512 weights =
            _mm512_maskz_mov_ps(mask, expOf(_mm512_fmsub_ps(scores, scale, shift)));
        sum = _mm512_add_ps(sum, weights);
        const __m256bh rounded = _mm512_cvtneps_pbh(weights);
        std::memcpy(soften.weights + std::int64_t(idx) * 2, &rounded, sizeof rounded);
    }
    const float shrink = _mm512_cvtss_f32(expOf(_mm512_set1_ps(soften.before.largest - largest)));
    return {{largest, soften.before.sum * shrink + _mm512_reduce_add_ps(sum)}, shrink};
}

void shrinkRowBf16(float* row, std::int32_t count, float factor)
{
    const __m512 factors = _mm512_set1_ps(factor);
    for (std::int32_t idx = 0; idx < count; idx += kVector)
        _mm512_storeu_ps(row + idx, _mm512_mul_ps(_mm512_loadu_ps(row + idx), factors));
}

/// E4M3 becomes bf16 by moving its bits; denormals come from a table, NaN is put in by hand.
void bytesToPairsBf16(const std::byte* bytes, std::int64_t count, std::byte* pairs)
{
    alignas(64) static constexpr std::uint16_t kDenormals[32] = {0x0000, 0x3b00, 0x3b80, 0x3bc0,
                                                                 0x3c00, 0x3c20, 0x3c40, 0x3c60};
    const __m512i denormals = _mm512_load_si512(kDenormals);
    for (std::int64_t idx = 0; idx < count; idx += 32) {
        const __m512i codes =
            _mm512_cvtepu8_epi16(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes + idx)));
        const __m512i magnitude = _mm512_and_si512(codes, _mm512_set1_epi16(0x7f));
        const __m512i sign = _mm512_slli_epi16(_mm512_and_si512(codes, _mm512_set1_epi16(0x80)), 8);
        __m512i number =
            _mm512_add_epi16(_mm512_slli_epi16(magnitude, 4), _mm512_set1_epi16(120 << 7));
        number = _mm512_mask_permutexvar_epi16(
            number, _mm512_cmplt_epu16_mask(magnitude, _mm512_set1_epi16(8)), magnitude, denormals);
        number = _mm512_mask_mov_epi16(number,
                                       _mm512_cmpeq_epu16_mask(magnitude, _mm512_set1_epi16(0x7f)),
                                       _mm512_set1_epi16(0x7fc0));
        _mm512_storeu_si512(pairs + idx * 2, _mm512_or_si512(number, sign));
    }
}

} // namespace

BlockKernels bf16Kernels()
{
    BlockKernels kernels;
    kernels.form = DType::BF16;
    kernels.multiply = multiplyBf16;
    kernels.multiplyAdd = multiplyAddBf16;
    kernels.soften = softenBf16;
    kernels.shrinkRow = shrinkRowBf16;
    kernels.largest = largestBf16;
    kernels.bytesToPairs = bytesToPairsBf16;
    return kernels;
}

} // namespace tf::cpu

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

#endif // __x86_64__
