#include "kernels/cpu/rows/head_norm_rope.h"

#include "kernels/cpu/rows/add_norm.h"
#include "kernels/cpu/rows/number_rows.h"
#include "kernels/cpu/rows/row_place.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tf::cpu {

namespace {

constexpr std::int32_t kMaxDim = 1024;

struct Rotation {
    std::array<float, kMaxDim / 2> cosines;
    std::array<float, kMaxDim / 2> sines;
};

/// The reference multiplies two fp32 numbers; this multiplies in double and rounds once, which is
/// nearer to the truth and apart from the reference by at most one rounding of the frequency.
void turnTo(const Rope& rope, std::int64_t position, Rotation& rotation)
{
    for (std::int32_t idx = 0; idx < rope.dims / 2; ++idx) {
        const auto angle =
            static_cast<float>(static_cast<double>(position) * rope.inverseFrequencies[idx]);
        rotation.cosines[idx] = std::cos(angle);
        rotation.sines[idx] = std::sin(angle);
    }
}

void rotate(float* head, std::int32_t dims, const Rotation& rotation)
{
    const std::int32_t half = dims / 2;
    for (std::int32_t idx = 0; idx < half; ++idx) {
        const float low = head[idx];
        const float high = head[idx + half];
        head[idx] = low * rotation.cosines[idx] - high * rotation.sines[idx];
        head[idx + half] = high * rotation.cosines[idx] + low * rotation.sines[idx];
    }
}

void headNormRopeRow(const HeadNormRopeArgs& args, std::int64_t rowIdx, std::int64_t position)
{
    Rotation rotation;
    turnTo(args.rope, position, rotation);
    const float* in = floatRow(args.in, rowIdx);
    for (std::int32_t headIdx = 0; headIdx < args.heads; ++headIdx) {
        float head[kMaxDim];
        const std::int64_t begin = static_cast<std::int64_t>(headIdx) * args.dim;
        if (args.weight != nullptr)
            gemmaNorm(in + begin, args.weight, args.dim, args.epsilon, head);
        else
            std::copy_n(in + begin, args.dim, head);
        rotate(head, args.rope.dims, rotation);
        storeFloats(head, args.dim, args.out.type, args.out.at(rowIdx, begin));
    }
}

} // namespace

void headNormRope(const HeadNormRopeArgs& args, Pool& pool)
{
    CHECK(args.dim <= kMaxDim && args.rope.dims <= args.dim, "a head has at most 1024 dims");
    pool.run(args.batch.numRows, [&args](std::int64_t rowIdx, int /*threadIdx*/) {
        headNormRopeRow(args, rowIdx, placeOf(args.batch, rowIdx).position);
    });
}

} // namespace tf::cpu
