#pragma once

// Sums of rows times operands of the bf16 dot product, in registers while a panel passes.
//
// Included by the bf16 sources alone; whoever calls a function carries the same target attribute.

#include "kernels/cpu/weights/bf16_decode.h"

namespace tf::cpu::bf16 {

/// Of R rows and V vectors of 16 outputs.
template <int R, int V>
struct RowSums {
    __m512 of[R][V];
};

template <int R, int V>
[[gnu::always_inline,
  gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline RowSums<R, V>
zeroSums()
{
    RowSums<R, V> sums;
#pragma GCC unroll 8
    for (int row = 0; row < R; ++row) {
#pragma GCC unroll 8
        for (int vector = 0; vector < V; ++vector)
            sums.of[row][vector] = _mm512_setzero_ps();
    }
    return sums;
}

/// `from`: the first of the vectors, in rows of 64.
template <int R, int V>
[[gnu::always_inline,
  gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline RowSums<R, V>
loadSums(const float* from)
{
    RowSums<R, V> sums;
#pragma GCC unroll 8
    for (int row = 0; row < R; ++row) {
#pragma GCC unroll 8
        for (int vector = 0; vector < V; ++vector)
            sums.of[row][vector] = _mm512_load_ps(from + row * kPanelOuts + 16 * vector);
    }
    return sums;
}

template <int R, int V>
[[gnu::always_inline, gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline void
storeSums(const RowSums<R, V>& sums, float* to)
{
#pragma GCC unroll 8
    for (int row = 0; row < R; ++row) {
#pragma GCC unroll 8
        for (int vector = 0; vector < V; ++vector)
            _mm512_store_ps(to + row * kPanelOuts + 16 * vector, sums.of[row][vector]);
    }
}

/// sums += the rows' pair of inputs from `in` on x its operands.
template <int R, int V>
[[gnu::always_inline, gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline void
addOperands(const __m512i (&operands)[V], const std::uint16_t* const* x, std::int64_t in,
            RowSums<R, V>& sums)
{
#pragma GCC unroll 8
    for (int row = 0; row < R; ++row) {
        const __m512i spread = spreadPair(x[row] + in);
#pragma GCC unroll 8
        for (int vector = 0; vector < V; ++vector)
            sums.of[row][vector] = addPair(sums.of[row][vector], operands[vector], spread);
    }
}

} // namespace tf::cpu::bf16
