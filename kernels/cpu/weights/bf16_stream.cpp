#include "kernels/base/check.h"
#include "kernels/cpu/weights/bf16_panel.h"
#include "kernels/cpu/weights/bf16_sums.h"
#include "kernels/cpu/weights/bf16_units.h"

#include <algorithm>

namespace tf::cpu::bf16 {

namespace {

/// How far ahead of the panel memory is asked for: what comes in while a kilobyte is worked on.
constexpr std::int64_t kAhead = 2048;

/// What one row or a few do with a panel.
struct Stream {
    const PanelShape& shape;
    const std::byte* panel;
    const PanelRows& rows;
    float* sums;
};

template <int R>
[[gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] void
streamBFloats(const Stream& stream)
{
    const std::uint16_t* inputs[R];
    for (int row = 0; row < R; ++row)
        inputs[row] = reinterpret_cast<const std::uint16_t*>(stream.rows.row(row));
    RowSums<R, 4> sums = zeroSums<R, 4>();
    const std::byte* pair = stream.panel;
    for (std::int64_t in = 0; in < stream.shape.ins; in += 2, pair += 256) {
        _mm_prefetch(pair + kAhead, _MM_HINT_T0);
        _mm_prefetch(pair + kAhead + 64, _MM_HINT_T0);
        _mm_prefetch(pair + kAhead + 128, _MM_HINT_T0);
        _mm_prefetch(pair + kAhead + 192, _MM_HINT_T0);
        addOperands(loadPair(pair).of, inputs, in, sums);
    }
    storeSums(sums, stream.sums);
}

template <int R>
[[gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] void
streamMx(const Stream& stream)
{
    const std::uint16_t* inputs[R];
    for (int row = 0; row < R; ++row)
        inputs[row] = reinterpret_cast<const std::uint16_t*>(stream.rows.row(row));
    const Fp8Registers tables = loadFp8Tables();
    RowSums<R, 4> sums = zeroSums<R, 4>();
    const std::byte* unit = stream.panel;
    for (std::int64_t begin = 0; begin < stream.shape.ins; begin += 32) {
        const Operands exponents = exponentsOf(unit);
        const std::byte* pair = unit + kPanelOuts;
        const auto end = std::min(begin + 32, stream.shape.ins);
        for (std::int64_t in = begin; in < end; in += 2, pair += 128) {
            _mm_prefetch(pair + kAhead, _MM_HINT_T0);
            _mm_prefetch(pair + kAhead + 64, _MM_HINT_T0);
            addOperands(scaled(decodeFp8Pair(pair, tables), exponents).of, inputs, in, sums);
        }
        unit += kPanelOuts + 32 * kPanelOuts;
    }
    storeSums(sums, stream.sums);
}

template <int R>
void streamRows(const Stream& stream)
{
    if (stream.shape.form == WeightForm::BF16)
        return streamBFloats<R>(stream);
    streamMx<R>(stream);
}

} // namespace

void multiplyStream(const KeptWeight& weight, std::int64_t panelIdx, const PanelRows& rows,
                    float* sums)
{
    if (weight.shape.scalesSums())
        return streamUnits(weight, panelIdx, rows, sums);
    const Stream stream{weight.shape, weight.panel(panelIdx), rows, sums};
    switch (rows.numRows) {
    case 1:
        return streamRows<1>(stream);
    case 2:
        return streamRows<2>(stream);
    case 3:
        return streamRows<3>(stream);
    case 4:
        return streamRows<4>(stream);
    default:
        UNREACHABLE();
    }
}

} // namespace tf::cpu::bf16
