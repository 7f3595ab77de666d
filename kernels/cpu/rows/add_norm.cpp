#include "kernels/cpu/rows/add_norm.h"

#include "kernels/cpu/rows/lanes.h"
#include "kernels/cpu/rows/number_rows.h"

#include <algorithm>
#include <cmath>

namespace tf::cpu {

namespace {

/// Numbers normed at once on their way to a narrower type.
constexpr std::int64_t kPiece = 512;

float normFactor(const float* values, std::int64_t count, float epsilon)
{
    const float mean = dot(values, values, count) / static_cast<float>(count);
    return 1.0F / std::sqrt(mean + epsilon);
}

void scaleByWeight(const float* from, const float* weight, std::int64_t count, float factor,
                   float* to)
{
    for (std::int64_t idx = 0; idx < count; ++idx)
        to[idx] = from[idx] * factor * (1.0F + weight[idx]);
}

void addNormRow(const AddNormArgs& args, std::int64_t rowIdx)
{
    auto* hidden = reinterpret_cast<float*>(args.hidden.row(rowIdx));
    const std::int64_t width = args.hidden.cols;
    if (args.delta.data != nullptr) {
        const float* delta = floatRow(args.delta, rowIdx);
        for (std::int64_t idx = 0; idx < width; ++idx)
            hidden[idx] += delta[idx];
    }
    if (args.out.data == nullptr)
        return;
    const float factor = normFactor(hidden, width, args.epsilon);
    for (std::int64_t begin = 0; begin < width; begin += kPiece) {
        const std::int64_t count = std::min(kPiece, width - begin);
        float normed[kPiece];
        scaleByWeight(hidden + begin, args.weight + begin, count, factor, normed);
        storeFloats(normed, count, args.out.type, args.out.at(rowIdx, begin));
    }
}

} // namespace

void addNorm(const AddNormArgs& args, Pool& pool)
{
    pool.run(args.hidden.rows,
             [&args](std::int64_t rowIdx, int /*threadIdx*/) { addNormRow(args, rowIdx); });
}

void gemmaNorm(const float* from, const float* weight, std::int64_t count, float epsilon, float* to)
{
    scaleByWeight(from, weight, count, normFactor(from, count, epsilon), to);
}

} // namespace tf::cpu
