// Compiled once for each target: Highway includes this file again with another namespace.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/cpu/weights/vector_steps.cpp"

#include "kernels/cpu/weights/vector_steps.h"

#include <cstring>

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();

namespace tf::cpu::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Floats = hn::ScalableTag<float>;
using Vector = hn::Vec<Floats>;
using Bits = hn::RebindToUnsigned<Floats>;
using Whole = hn::RebindToSigned<Floats>;

/// Vectors of outputs that six rows' sums leave registers for: 4 of 32 registers, 2 of 16.
constexpr int kStrip = HWY_TARGET == HWY_AVX2 ? 2 : 4;

HWY_INLINE std::int64_t lanes()
{
    return static_cast<std::int64_t>(hn::Lanes(Floats()));
}

/// tile[numIns][64] *= scales[64]
HWY_INLINE void scaleTile(const float* scales, std::int64_t numIns, float* tile)
{
    const Floats d;
    for (std::int64_t out = 0; out < kPanelOuts; out += lanes()) {
        const Vector scale = hn::LoadU(d, scales + out);
        for (std::int64_t in = 0; in < numIns; ++in) {
            float* at = tile + in * kPanelOuts + out;
            hn::StoreU(hn::Mul(hn::LoadU(d, at), scale), d, at);
        }
    }
}

HWY_INLINE void decodePairs(const std::byte* unit, float* tile)
{
    const Floats d;
    const Bits du;
    const auto* pairs = reinterpret_cast<const std::uint32_t*>(unit);
    for (std::int64_t out = 0; out < kPanelOuts; out += lanes()) {
        const auto both = hn::LoadU(du, pairs + out);
        hn::StoreU(hn::BitCast(d, hn::ShiftLeft<16>(both)), d, tile + out);
        hn::StoreU(hn::BitCast(d, hn::And(both, hn::Set(du, 0xffff0000U))), d,
                   tile + kPanelOuts + out);
    }
}

/// The nibbles at one place of 16-bit words, as floats without their zero points.
template <int Place>
HWY_INLINE void decodeNibbles(const std::byte* words, const float* zeros, float* tile)
{
    const Floats d;
    const Bits du;
    const auto fifteen = hn::Set(du, 15U);
    const auto* pairs = reinterpret_cast<const std::uint32_t*>(words);
    for (std::int64_t lane = 0; lane < 16; lane += lanes()) {
        const auto both = hn::LoadU(du, pairs + lane);
        const auto first = hn::And(hn::ShiftRight<4 * Place>(both), fifteen);
        const auto second = hn::And(hn::ShiftRight<4 * Place + 16>(both), fifteen);
        const std::int64_t out = 16 * Place + lane;
        const Vector zero = hn::LoadU(d, zeros + out);
        hn::StoreU(hn::Sub(hn::ConvertTo(d, hn::BitCast(Whole(), first)), zero), d, tile + out);
        hn::StoreU(hn::Sub(hn::ConvertTo(d, hn::BitCast(Whole(), second)), zero), d,
                   tile + kPanelOuts + out);
    }
}

HWY_INLINE void decodeInt4(const PanelShape& shape, const std::byte* unit, float* tile)
{
    float zeros[kPanelOuts];
    for (std::int64_t out = 0; out < kPanelOuts; ++out)
        zeros[out] = static_cast<float>(
            shape.hasZeros ? std::to_integer<int>(unit[2 * kPanelOuts + out]) : 8);
    for (std::int64_t in = 0; in < shape.unit; in += 2) {
        const std::byte* words = unit + shape.headBytes() + in / 2 * kPanelOuts;
        float* pair = tile + in * kPanelOuts;
        decodeNibbles<0>(words, zeros, pair);
        decodeNibbles<1>(words, zeros, pair);
        decodeNibbles<2>(words, zeros, pair);
        decodeNibbles<3>(words, zeros, pair);
    }
}

/// The numbers of E4M3 codes that are ones; above the lowest byte of a lane may stand anything.
HWY_INLINE Vector floatsOf(hn::Vec<Bits> codes)
{
    const Bits du;
    const Floats d;
    const auto magnitude = hn::And(codes, hn::Set(du, 0x7f));
    const auto sign = hn::ShiftLeft<24>(hn::And(codes, hn::Set(du, 0x80)));
    const auto normal = hn::Add(hn::ShiftLeft<20>(magnitude), hn::Set(du, 120U << 23));
    const auto small = hn::BitCast(
        du, hn::Mul(hn::ConvertTo(d, hn::BitCast(Whole(), magnitude)), hn::Set(d, 0x1p-9F)));
    const auto bits = hn::IfThenElse(hn::Lt(magnitude, hn::Set(du, 8)), small, normal);
    return hn::BitCast(d, hn::Or(bits, sign));
}

/// Two inputs of 64 outputs: decoded in the order they lie in, then four by four to their places.
HWY_INLINE void decodeFp8Pair(const std::byte* codes, float* pair)
{
    const Floats d;
    const Bits du;
    const hn::Rebind<std::uint16_t, Floats> dh;
    alignas(64) float first[kPanelOuts];
    alignas(64) float second[kPanelOuts];
    const auto* both = reinterpret_cast<const std::uint16_t*>(codes);
    for (std::int64_t lane = 0; lane < kPanelOuts; lane += lanes()) {
        const auto wide = hn::PromoteTo(du, hn::LoadU(dh, both + lane));
        hn::StoreU(floatsOf(wide), d, first + lane);
        hn::StoreU(floatsOf(hn::ShiftRight<8>(wide)), d, second + lane);
    }
    for (std::int64_t out = 0; out < kPanelOuts; out += 4) {
        const auto place = fp8Place(out, 0) / 2;
        std::memcpy(pair + out, first + place, 4 * sizeof(float));
        std::memcpy(pair + kPanelOuts + out, second + place, 4 * sizeof(float));
    }
}

HWY_INLINE void decodeFp8(const PanelShape& shape, const std::byte* unit, float* tile)
{
    for (std::int64_t in = 0; in < shape.unit; in += 2)
        decodeFp8Pair(unit + shape.headBytes() + in / 2 * 128, tile + in * kPanelOuts);
}

void decodeUnit(const PanelShape& shape, const std::byte* unit, Decode decode, float* tile)
{
    switch (shape.form) {
    case WeightForm::F32:
        std::memcpy(tile, unit, kPanelOuts * sizeof(float));
        return;
    case WeightForm::BF16:
        return decodePairs(unit, tile);
    case WeightForm::Int4:
        decodeInt4(shape, unit, tile);
        break;
    case WeightForm::MxFp8:
    case WeightForm::BlockFp8:
        decodeFp8(shape, unit, tile);
        break;
    }
    if (shape.scalesSums() && decode == Decode::Codes)
        return;
    float scales[kPanelOuts];
    readScales(shape, unit, scales);
    scaleTile(scales, shape.unit, tile);
}

/// R rows and a strip of outputs, all their sums in registers.
template <int R>
HWY_INLINE void addStrip(const float* tile, std::int64_t numIns, const float* rows, float* sums)
{
    const Floats d;
    Vector sum[R][kStrip];
#pragma GCC unroll 8
    for (int row = 0; row < R; ++row) {
#pragma GCC unroll 8
        for (int part = 0; part < kStrip; ++part)
            sum[row][part] = hn::LoadU(d, sums + row * kPanelOuts + part * lanes());
    }
    for (std::int64_t in = 0; in < numIns; ++in) {
        Vector weights[kStrip];
#pragma GCC unroll 8
        for (int part = 0; part < kStrip; ++part)
            weights[part] = hn::LoadU(d, tile + in * kPanelOuts + part * lanes());
#pragma GCC unroll 8
        for (int row = 0; row < R; ++row) {
            const Vector x = hn::Set(d, rows[row * kFloatTileIns + in]);
#pragma GCC unroll 8
            for (int part = 0; part < kStrip; ++part)
                sum[row][part] = hn::MulAdd(x, weights[part], sum[row][part]);
        }
    }
#pragma GCC unroll 8
    for (int row = 0; row < R; ++row) {
#pragma GCC unroll 8
        for (int part = 0; part < kStrip; ++part)
            hn::StoreU(sum[row][part], d, sums + row * kPanelOuts + part * lanes());
    }
}

template <int R>
HWY_INLINE void addRows(const float* tile, std::int64_t numIns, const float* rows, float* sums)
{
    for (std::int64_t out = 0; out < kPanelOuts; out += kStrip * lanes())
        addStrip<R>(tile + out, numIns, rows, sums + out);
}

void addProducts(const float* tile, std::int64_t numIns, const float* rows, std::int64_t numRows,
                 float* sums)
{
    switch (numRows) {
    case 1:
        return addRows<1>(tile, numIns, rows, sums);
    case 2:
        return addRows<2>(tile, numIns, rows, sums);
    case 3:
        return addRows<3>(tile, numIns, rows, sums);
    case 4:
        return addRows<4>(tile, numIns, rows, sums);
    case 5:
        return addRows<5>(tile, numIns, rows, sums);
    default:
        return addRows<6>(tile, numIns, rows, sums);
    }
}

void addScaled(const float* scales, const float* sums, std::int64_t numRows, float* totals)
{
    const Floats d;
    for (std::int64_t out = 0; out < kPanelOuts; out += lanes()) {
        const Vector scale = hn::LoadU(d, scales + out);
        for (std::int64_t row = 0; row < numRows; ++row) {
            const auto at = row * kPanelOuts + out;
            hn::StoreU(hn::MulAdd(scale, hn::LoadU(d, sums + at), hn::LoadU(d, totals + at)), d,
                       totals + at);
        }
    }
}

/// 2^n for whole n from -150 to 150, in two factors, since one alone may be no normal number.
HWY_INLINE Vector powerOfTwo(hn::Vec<Whole> n)
{
    const Whole di;
    const Floats d;
    const auto half = hn::ShiftRight<1>(n);
    const auto bias = hn::Set(di, 127);
    return hn::Mul(hn::BitCast(d, hn::ShiftLeft<23>(hn::Add(half, bias))),
                   hn::BitCast(d, hn::ShiftLeft<23>(hn::Add(hn::Sub(n, half), bias))));
}

/// e^x to a few units in the last place: 2^n times the first terms of e^r's series, where
/// |r| <= ln 2 / 2. NaN stays.
HWY_INLINE Vector expOf(Vector x)
{
    const Floats d;
    x = hn::IfThenElse(hn::Lt(x, hn::Set(d, -100.0F)), hn::Set(d, -100.0F), x);
    x = hn::IfThenElse(hn::Gt(x, hn::Set(d, 100.0F)), hn::Set(d, 100.0F), x);
    const Vector n = hn::Round(hn::Mul(x, hn::Set(d, 1.44269504F)));
    Vector r = hn::NegMulAdd(n, hn::Set(d, 0.693145752F), x); // ln 2 in two pieces,
    r = hn::NegMulAdd(n, hn::Set(d, 1.42860677e-6F), r); // the first of few bits
    Vector sum = hn::Set(d, 1.0F / 5040);
    for (const float term : {1.0F / 720, 1.0F / 120, 1.0F / 24, 1.0F / 6, 0.5F, 1.0F, 1.0F})
        sum = hn::MulAdd(sum, r, hn::Set(d, term));
    return hn::Mul(sum, powerOfTwo(hn::ConvertTo(Whole(), n)));
}

void swiglu(const float* gate, const float* up, const SwigluOai& constants, float* act)
{
    const Floats d;
    const Vector limit = hn::Set(d, constants.limit);
    const Vector one = hn::Set(d, 1.0F);
    for (std::int64_t out = 0; out < kPanelOuts; out += lanes()) {
        const Vector gates = hn::LoadU(d, gate + out);
        const Vector ups = hn::LoadU(d, up + out);
        const Vector g = hn::IfThenElse(hn::Lt(limit, gates), limit, gates);
        const Vector most = hn::IfThenElse(hn::Lt(limit, ups), limit, ups);
        const Vector u = hn::IfThenElse(hn::Lt(most, hn::Neg(limit)), hn::Neg(limit), most);
        const Vector divisor = hn::Add(one, expOf(hn::Mul(hn::Set(d, -constants.alpha), g)));
        hn::StoreU(hn::Mul(hn::Div(g, divisor), hn::Add(u, one)), d, act + out);
    }
}

const FloatSteps* steps()
{
    static constexpr FloatSteps kSteps{decodeUnit, addProducts, addScaled, swiglu};
    return &kSteps;
}

} // namespace tf::cpu::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace tf::cpu {

const FloatSteps* vectorSteps(Level level)
{
#if HWY_TARGETS & HWY_AVX3
    if (level >= Level::Avx512)
        return N_AVX3::steps();
#endif
#if HWY_TARGETS & HWY_AVX2
    if (level >= Level::Avx2)
        return N_AVX2::steps();
#endif
    static_cast<void>(level);
    return nullptr;
}

} // namespace tf::cpu

#endif
