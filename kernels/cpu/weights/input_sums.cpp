#include "kernels/cpu/weights/input_sums.h"

#include <algorithm>

namespace tf::cpu {

namespace {

/// Four sums side by side, so that an addition need not wait for the last.
float sumOf(const BFloat16* numbers, std::int64_t count)
{
    float sums[4] = {};
    for (std::int64_t idx = 0; idx < count; ++idx)
        sums[idx % 4] += toFloat(numbers[idx]);
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

void sumRow(const Tensor& x, std::int64_t row, float* sums)
{
    const auto* numbers = reinterpret_cast<const BFloat16*>(x.row(row));
    for (std::int64_t begin = 0; begin < x.cols; begin += PanelRows::kSumIns)
        sums[begin / PanelRows::kSumIns] =
            sumOf(numbers + begin, std::min(PanelRows::kSumIns, x.cols - begin));
}

} // namespace

void addInputSums(PanelRows& rows, float* sums, const Workbench& bench)
{
    rows.sums = sums;
    rows.sumStride = numInputSums(rows.x.cols);
    bench.pool.run(rows.numRows, [&](std::int64_t rowIdx, int) {
        sumRow(rows.x, rowIdx, sums + rowIdx * rows.sumStride);
    });
}

} // namespace tf::cpu
