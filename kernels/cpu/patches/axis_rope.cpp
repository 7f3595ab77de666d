#include "kernels/cpu/patches/axis_rope.h"

#include "kernels/cpu/rows/number_rows.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tf::cpu {

namespace {

constexpr std::int32_t kMaxHeadDim = 1024;

struct Angles {
    std::array<float, kMaxHeadDim / 2> cosines;
    std::array<float, kMaxHeadDim / 2> sines;
};

/// As the rotation by position: the product in double, rounded once.
void anglesAt(const AxisRopeArgs& args, const std::int32_t* place, Angles& angles)
{
    const std::int32_t numFrequencies = args.axisDims / 2;
    for (std::int32_t idx = 0; idx < AxisRopeArgs::kAxes * numFrequencies; ++idx) {
        const auto angle = static_cast<float>(static_cast<double>(place[idx / numFrequencies])
                                              * args.inverseFrequencies[idx % numFrequencies]);
        angles.cosines[idx] = std::cos(angle);
        angles.sines[idx] = std::sin(angle);
    }
}

void turn(const float* head, std::int32_t dim, std::int32_t half, const Angles& angles, float* out)
{
    for (std::int32_t idx = 0; idx < half; ++idx) {
        const float low = head[idx];
        const float high = head[idx + half];
        out[idx] = low * angles.cosines[idx] - high * angles.sines[idx];
        out[idx + half] = high * angles.cosines[idx] + low * angles.sines[idx];
    }
    std::copy(head + 2 * half, head + dim, out + 2 * half);
}

} // namespace

void axisRope(const AxisRopeArgs& args, Pool& pool)
{
    CHECK(args.dim <= kMaxHeadDim && AxisRopeArgs::kAxes * args.axisDims <= args.dim
              && args.axisDims % 2 == 0,
          "three axes fit into a head of at most 1024 dims");
    const std::int32_t half = AxisRopeArgs::kAxes * args.axisDims / 2;
    pool.run(args.in.rows, [&](std::int64_t rowIdx, int /*threadIdx*/) {
        Angles angles;
        anglesAt(args, args.places + rowIdx * AxisRopeArgs::kAxes, angles);
        for (std::int64_t headIdx = 0; headIdx < args.heads; ++headIdx) {
            float turned[kMaxHeadDim];
            const std::int64_t begin = headIdx * args.dim;
            turn(floatRow(args.in, rowIdx) + begin, args.dim, half, angles, turned);
            storeFloats(turned, args.dim, args.out.type, args.out.at(rowIdx, begin));
        }
    });
}

} // namespace tf::cpu
