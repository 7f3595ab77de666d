// Compiled once for each target: Highway includes this file again with another namespace.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/cpu/patches/vector_gelu.cpp"

#include "kernels/cpu/patches/vector_gelu.h"

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <hwy/contrib/math/math-inl.h>

HWY_BEFORE_NAMESPACE();

namespace tf::cpu::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Floats = hn::ScalableTag<float>;
using Vector = hn::Vec<Floats>;

/// e^(-z^2) P(1 / (1 + p z)) for z >= 0, what erf lacks of 1; to 1.5e-7.
HWY_INLINE Vector erfcOf(Vector z)
{
    const Floats d;
    const Vector one = hn::Set(d, 1.0F);
    const Vector t = hn::Div(one, hn::MulAdd(z, hn::Set(d, 0.3275911F), one));
    Vector p = hn::Set(d, 1.061405429F);
    p = hn::MulAdd(p, t, hn::Set(d, -1.453152027F));
    p = hn::MulAdd(p, t, hn::Set(d, 1.421413741F));
    p = hn::MulAdd(p, t, hn::Set(d, -0.284496736F));
    p = hn::MulAdd(p, t, hn::Set(d, 0.254829592F));
    return hn::Mul(hn::Mul(p, t), hn::Exp(d, hn::Neg(hn::Mul(z, z))));
}

/// x/2 (1 + erf(x / sqrt 2)): what is left of x below zero is taken from the tail itself.
HWY_INLINE Vector geluOf(Vector x)
{
    const Floats d;
    const Vector half = hn::Mul(x, hn::Set(d, 0.5F));
    const Vector tail = erfcOf(hn::Abs(hn::Mul(x, hn::Set(d, 0.70710678F))));
    const Vector share =
        hn::IfThenElse(hn::Lt(x, hn::Zero(d)), tail, hn::Sub(hn::Set(d, 2.0F), tail));
    return hn::Mul(half, share);
}

void geluNumbers(const float* from, std::int64_t count, float* to)
{
    const Floats d;
    const auto vector = static_cast<std::int64_t>(hn::Lanes(d));
    std::int64_t idx = 0;
    for (; idx + vector <= count; idx += vector)
        hn::StoreU(geluOf(hn::LoadU(d, from + idx)), d, to + idx);
    if (idx == count)
        return;
    alignas(64) float last[HWY_MAX_BYTES / sizeof(float)] = {};
    for (std::int64_t left = idx; left < count; ++left)
        last[left - idx] = from[left];
    hn::Store(geluOf(hn::Load(d, last)), d, last);
    for (std::int64_t left = idx; left < count; ++left)
        to[left] = last[left - idx];
}

GeluNumbers numbers()
{
    return geluNumbers;
}

} // namespace tf::cpu::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace tf::cpu {

GeluNumbers vectorGelu(Level level)
{
#if HWY_TARGETS & HWY_AVX3
    if (level >= Level::Avx512)
        return N_AVX3::numbers();
#endif
#if HWY_TARGETS & HWY_AVX2
    if (level >= Level::Avx2)
        return N_AVX2::numbers();
#endif
    static_cast<void>(level);
    return nullptr;
}

} // namespace tf::cpu

#endif
