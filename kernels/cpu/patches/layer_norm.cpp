#include "kernels/cpu/patches/layer_norm.h"

#include "kernels/cpu/rows/lanes.h"
#include "kernels/cpu/rows/number_rows.h"

#include <algorithm>
#include <cmath>

namespace tf::cpu {

namespace {

/// Numbers normed at once on their way to a narrower type.
constexpr std::int64_t kNormPiece = 512;

float meanOf(const float* values, std::int64_t count)
{
    float lanes[kLanes] = {};
    for (std::int64_t idx = 0; idx < count; ++idx)
        lanes[idx % kLanes] += values[idx];
    return sumOfLanes(lanes) / static_cast<float>(count);
}

float varianceOf(const float* values, std::int64_t count, float mean)
{
    float lanes[kLanes] = {};
    for (std::int64_t idx = 0; idx < count; ++idx) {
        const float deviation = values[idx] - mean;
        lanes[idx % kLanes] += deviation * deviation;
    }
    return sumOfLanes(lanes) / static_cast<float>(count);
}

void addRow(float* hidden, const float* delta, std::int64_t count)
{
    for (std::int64_t idx = 0; idx < count; ++idx)
        hidden[idx] += delta[idx];
}

void normRow(const LayerNormArgs& args, std::int64_t rowIdx)
{
    const float* hidden = floatRow(args.hidden, rowIdx);
    const std::int64_t width = args.hidden.cols;
    const float mean = meanOf(hidden, width);
    const float factor = 1.0F / std::sqrt(varianceOf(hidden, width, mean) + args.epsilon);
    for (std::int64_t begin = 0; begin < width; begin += kNormPiece) {
        const std::int64_t count = std::min(kNormPiece, width - begin);
        float normed[kNormPiece];
        for (std::int64_t idx = 0; idx < count; ++idx)
            normed[idx] = (hidden[begin + idx] - mean) * factor * args.weight[begin + idx]
                + args.bias[begin + idx];
        storeFloats(normed, count, args.out.type, args.out.at(rowIdx, begin));
    }
}

} // namespace

void layerNorm(const LayerNormArgs& args, Pool& pool)
{
    pool.run(args.hidden.rows, [&args](std::int64_t rowIdx, int /*threadIdx*/) {
        auto* hidden = reinterpret_cast<float*>(args.hidden.row(rowIdx));
        if (args.delta.data != nullptr)
            addRow(hidden, floatRow(args.delta, rowIdx), args.hidden.cols);
        if (args.out.data != nullptr)
            normRow(args, rowIdx);
    });
}

} // namespace tf::cpu
