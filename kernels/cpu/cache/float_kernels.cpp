// Compiled once for each target: Highway includes this file again with another namespace.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/cpu/cache/float_kernels.cpp"

#include "kernels/cpu/cache/float_kernels.h"

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();

namespace tf::cpu::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Floats = hn::ScalableTag<float>;
using Vector = hn::Vec<Floats>;
using Bits = hn::RebindToUnsigned<Floats>;
using Whole = hn::RebindToSigned<Floats>;

constexpr std::int32_t kRowsAtOnce = 4;

enum class Start : std::uint8_t { Zero, Out };

/// Two vectors of one row's sums.
struct Sums {
    Vector a;
    Vector b;
};

HWY_INLINE Sums startSums(const float* out, Start start)
{
    const Floats d;
    if (start == Start::Zero)
        return {hn::Zero(d), hn::Zero(d)};
    return {hn::LoadU(d, out), hn::LoadU(d, out + hn::Lanes(d))};
}

HWY_INLINE void add(Sums& sums, float number, Vector a, Vector b)
{
    const Vector factor = hn::Set(Floats(), number);
    sums.a = hn::MulAdd(factor, a, sums.a);
    sums.b = hn::MulAdd(factor, b, sums.b);
}

HWY_INLINE void storeSums(const Sums& sums, float* out)
{
    const Floats d;
    hn::StoreU(sums.a, d, out);
    hn::StoreU(sums.b, d, out + hn::Lanes(d));
}

/// Four rows and two vectors of lanes.
HWY_INLINE void multiplyTile(const Product& product, std::int32_t firstRow, std::int32_t lane,
                             Start start)
{
    const Floats d;
    const auto* page = reinterpret_cast<const float*>(product.page) + lane;
    const float* rows[kRowsAtOnce];
    float* outs[kRowsAtOnce];
    for (std::int32_t rowIdx = 0; rowIdx < kRowsAtOnce; ++rowIdx) {
        rows[rowIdx] = reinterpret_cast<const float*>(product.rows[firstRow + rowIdx]);
        outs[rowIdx] = product.out + std::int64_t(firstRow + rowIdx) * product.lanes + lane;
    }
    Sums first = startSums(outs[0], start);
    Sums second = startSums(outs[1], start);
    Sums third = startSums(outs[2], start);
    Sums fourth = startSums(outs[3], start);
    for (std::int32_t innerIdx = 0; innerIdx < product.inner; ++innerIdx, page += product.lanes) {
        const Vector a = hn::LoadU(d, page);
        const Vector b = hn::LoadU(d, page + hn::Lanes(d));
        add(first, rows[0][innerIdx], a, b);
        add(second, rows[1][innerIdx], a, b);
        add(third, rows[2][innerIdx], a, b);
        add(fourth, rows[3][innerIdx], a, b);
    }
    storeSums(first, outs[0]);
    storeSums(second, outs[1]);
    storeSums(third, outs[2]);
    storeSums(fourth, outs[3]);
}

/// Four rows and one vector of lanes: what is left of the lanes.
HWY_INLINE void multiplyNarrow(const Product& product, std::int32_t firstRow, std::int32_t lane,
                               Start start)
{
    const Floats d;
    const auto* page = reinterpret_cast<const float*>(product.page) + lane;
    const float* rows[kRowsAtOnce];
    float* outs[kRowsAtOnce];
    Vector sums[kRowsAtOnce];
#pragma GCC unroll 4
    for (std::int32_t rowIdx = 0; rowIdx < kRowsAtOnce; ++rowIdx) {
        rows[rowIdx] = reinterpret_cast<const float*>(product.rows[firstRow + rowIdx]);
        outs[rowIdx] = product.out + std::int64_t(firstRow + rowIdx) * product.lanes + lane;
        sums[rowIdx] = start == Start::Zero ? hn::Zero(d) : hn::LoadU(d, outs[rowIdx]);
    }
    for (std::int32_t innerIdx = 0; innerIdx < product.inner; ++innerIdx, page += product.lanes) {
        const Vector some = hn::LoadU(d, page);
#pragma GCC unroll 4
        for (std::int32_t rowIdx = 0; rowIdx < kRowsAtOnce; ++rowIdx)
            sums[rowIdx] = hn::MulAdd(hn::Set(d, rows[rowIdx][innerIdx]), some, sums[rowIdx]);
    }
#pragma GCC unroll 4
    for (std::int32_t rowIdx = 0; rowIdx < kRowsAtOnce; ++rowIdx)
        hn::StoreU(sums[rowIdx], d, outs[rowIdx]);
}

/// One row and one vector of lanes.
HWY_INLINE void multiplyStrip(const Product& product, std::int32_t rowIdx, std::int32_t lane,
                              Start start)
{
    const Floats d;
    const auto* page = reinterpret_cast<const float*>(product.page) + lane;
    const auto* row = reinterpret_cast<const float*>(product.rows[rowIdx]);
    float* out = product.out + std::int64_t(rowIdx) * product.lanes + lane;
    Vector sum = start == Start::Zero ? hn::Zero(d) : hn::LoadU(d, out);
    for (std::int32_t innerIdx = 0; innerIdx < product.inner; ++innerIdx, page += product.lanes)
        sum = hn::MulAdd(hn::Set(d, row[innerIdx]), hn::LoadU(d, page), sum);
    hn::StoreU(sum, d, out);
}

HWY_INLINE void multiplyAll(const Product& product, Start start)
{
    const auto vector = static_cast<std::int32_t>(hn::Lanes(Floats()));
    for (std::int32_t firstRow = 0; firstRow < product.numRows; firstRow += kRowsAtOnce) {
        const std::int32_t endRow = HWY_MIN(firstRow + kRowsAtOnce, product.numRows);
        std::int32_t lane = 0;
        for (; endRow - firstRow == kRowsAtOnce && lane + 2 * vector <= product.lanes;
             lane += 2 * vector)
            multiplyTile(product, firstRow, lane, start);
        for (; endRow - firstRow == kRowsAtOnce && lane < product.lanes; lane += vector)
            multiplyNarrow(product, firstRow, lane, start);
        for (; lane < product.lanes; lane += vector) {
            for (std::int32_t rowIdx = firstRow; rowIdx < endRow; ++rowIdx)
                multiplyStrip(product, rowIdx, lane, start);
        }
    }
}

void multiply(const Product& product)
{
    multiplyAll(product, Start::Zero);
}

void multiplyAdd(const Product& product)
{
    multiplyAll(product, Start::Out);
}

/// 2^n for whole n of at least -150, in two factors, since one alone may be no normal number.
HWY_INLINE Vector timesPowerOfTwo(Vector x, hn::Vec<Whole> n)
{
    const Whole di;
    const auto half = hn::ShiftRight<1>(n);
    const auto bias = hn::Set(di, 127);
    const auto low = hn::ShiftLeft<23>(hn::Add(half, bias));
    const auto high = hn::ShiftLeft<23>(hn::Add(hn::Sub(n, half), bias));
    return hn::Mul(hn::Mul(x, hn::BitCast(Floats(), low)), hn::BitCast(Floats(), high));
}

/// e^x for x <= 0, to two units in the last place: 2^n (1 + r + r^2 q(r)) with |r| <= ln 2 / 2, q
/// by interpolation at Chebyshev's places. NaN stays.
HWY_INLINE Vector expOf(Vector x)
{
    const Floats d;
    const Vector lowest = hn::Set(d, -104.0F);
    x = hn::IfThenElse(hn::Lt(x, lowest), lowest, x);
    const Vector n = hn::Round(hn::Mul(x, hn::Set(d, 1.44269504F)));
    Vector r = hn::NegMulAdd(n, hn::Set(d, 0.693145752F), x); // ln 2 in two pieces,
    r = hn::NegMulAdd(n, hn::Set(d, 1.42860677e-6F), r); // the first of few bits
    Vector q = hn::Set(d, 0.00139269266F);
    q = hn::MulAdd(q, r, hn::Set(d, 0.00836377387F));
    q = hn::MulAdd(q, r, hn::Set(d, 0.0416665501F));
    q = hn::MulAdd(q, r, hn::Set(d, 0.166665734F));
    q = hn::MulAdd(q, r, hn::Set(d, 0.5F));
    const Vector rest = hn::MulAdd(hn::Mul(r, r), q, r);
    return timesPowerOfTwo(hn::Add(rest, hn::Set(d, 1.0F)), hn::ConvertTo(Whole(), n));
}

float largest(const float* scores, std::int32_t count)
{
    const Floats d;
    const auto vector = static_cast<std::int32_t>(hn::Lanes(d));
    Vector most = hn::Set(d, -__builtin_inff());
    for (std::int32_t idx = 0; idx < count; idx += vector) {
        const Vector some = hn::LoadU(d, scores + idx);
        const auto better =
            hn::And(hn::FirstN(d, static_cast<std::size_t>(count - idx)), hn::Lt(most, some));
        most = hn::IfThenElse(better, some, most);
    }
    return hn::GetLane(hn::MaxOfLanes(d, most));
}

/// To the nearest bf16, as a float.
HWY_INLINE Vector roundToBf16(Vector x)
{
    const Bits du;
    const auto bits = hn::BitCast(du, x);
    const auto odd = hn::And(hn::ShiftRight<16>(bits), hn::Set(du, 1));
    const auto rounded = hn::Add(bits, hn::Add(odd, hn::Set(du, 0x7fff)));
    return hn::BitCast(Floats(), hn::And(rounded, hn::Set(du, 0xffff0000U)));
}

Softened soften(const Soften& args)
{
    const Floats d;
    const auto vector = static_cast<std::int32_t>(hn::Lanes(d));
    const float scaled = largest(args.scores, args.count) * args.scale;
    const float most = scaled > args.before.largest ? scaled : args.before.largest;
    const Vector scale = hn::Set(d, args.scale);
    const Vector shift = hn::Set(d, most);
    auto* to = reinterpret_cast<float*>(args.weights);
    Vector sum = hn::Zero(d);
    for (std::int32_t idx = 0; idx < args.count; idx += vector) {
        const auto mask = hn::FirstN(d, static_cast<std::size_t>(args.count - idx));
        const Vector scores = hn::LoadU(d, args.scores + idx);
        const Vector weights = hn::IfThenElseZero(mask, expOf(hn::MulSub(scores, scale, shift)));
        sum = hn::Add(sum, weights);
        hn::StoreU(args.roundTo == DType::BF16 ? roundToBf16(weights) : weights, d, to + idx);
    }
    const float shrink = hn::GetLane(expOf(hn::Set(d, args.before.largest - most)));
    return {{most, args.before.sum * shrink + hn::GetLane(hn::SumOfLanes(d, sum))}, shrink};
}

void shrinkRow(float* row, std::int32_t count, float factor)
{
    const Floats d;
    const Vector factors = hn::Set(d, factor);
    for (std::int32_t idx = 0; idx < count; idx += static_cast<std::int32_t>(hn::Lanes(d)))
        hn::StoreU(hn::Mul(hn::LoadU(d, row + idx), factors), d, row + idx);
}

/// Codes of E4M3 in the low byte of each word, as floats.
HWY_INLINE Vector floatsOfCodes(hn::Vec<Bits> codes)
{
    const Bits du;
    const Floats d;
    const auto magnitude = hn::And(codes, hn::Set(du, 0x7f));
    const auto sign = hn::ShiftLeft<24>(hn::And(codes, hn::Set(du, 0x80)));
    const auto normal = hn::Add(hn::ShiftLeft<20>(magnitude), hn::Set(du, 120U << 23));
    const auto small = hn::BitCast(
        du, hn::Mul(hn::ConvertTo(d, hn::BitCast(Whole(), magnitude)), hn::Set(d, 0x1p-9F)));
    auto bits = hn::IfThenElse(hn::Lt(magnitude, hn::Set(du, 8)), small, normal);
    bits = hn::IfThenElse(hn::Eq(magnitude, hn::Set(du, 0x7f)), hn::Set(du, 0x7fc00000U), bits);
    return hn::BitCast(d, hn::Or(bits, sign));
}

void widenBf16(const std::byte* pairs, std::int64_t count, float* first, float* second)
{
    const Floats d;
    const Bits du;
    const auto* from = reinterpret_cast<const std::uint32_t*>(pairs);
    for (std::int64_t idx = 0; idx < count; idx += static_cast<std::int64_t>(hn::Lanes(d))) {
        const auto both = hn::LoadU(du, from + idx);
        hn::StoreU(hn::BitCast(d, hn::ShiftLeft<16>(both)), d, first + idx);
        hn::StoreU(hn::BitCast(d, hn::And(both, hn::Set(du, 0xffff0000U))), d, second + idx);
    }
}

void widenFloat8(const std::byte* pairs, std::int64_t count, float* first, float* second)
{
    const Floats d;
    const Bits du;
    const hn::Rebind<std::uint16_t, Floats> dh;
    const auto* from = reinterpret_cast<const std::uint16_t*>(pairs);
    for (std::int64_t idx = 0; idx < count; idx += static_cast<std::int64_t>(hn::Lanes(d))) {
        const auto both = hn::PromoteTo(du, hn::LoadU(dh, from + idx));
        hn::StoreU(floatsOfCodes(both), d, first + idx);
        hn::StoreU(floatsOfCodes(hn::ShiftRight<8>(both)), d, second + idx);
    }
}

BlockKernels kernels()
{
    BlockKernels kernels;
    kernels.form = DType::F32;
    kernels.multiply = multiply;
    kernels.multiplyAdd = multiplyAdd;
    kernels.soften = soften;
    kernels.shrinkRow = shrinkRow;
    kernels.largest = largest;
    kernels.widenBf16 = widenBf16;
    kernels.widenFloat8 = widenFloat8;
    return kernels;
}

} // namespace tf::cpu::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace tf::cpu {

std::optional<BlockKernels> floatKernels(Level level)
{
#if HWY_TARGETS & HWY_AVX3
    if (level >= Level::Avx512)
        return N_AVX3::kernels();
#endif
#if HWY_TARGETS & HWY_AVX2
    if (level >= Level::Avx2)
        return N_AVX2::kernels();
#endif
    static_cast<void>(level);
    return std::nullopt;
}

} // namespace tf::cpu

#endif
