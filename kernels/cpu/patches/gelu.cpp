#include "kernels/cpu/patches/gelu.h"

#include "kernels/cpu/patches/vector_gelu.h"
#include "kernels/cpu/rows/number_rows.h"

#include <algorithm>
#include <cmath>

namespace tf::cpu {

namespace {

constexpr std::int64_t kGeluPiece = 512;

void geluPlain(const float* from, std::int64_t count, float* to)
{
    constexpr float kRootHalf = 0.70710678F;
    for (std::int64_t idx = 0; idx < count; ++idx)
        to[idx] = 0.5F * from[idx] * (1.0F + std::erf(from[idx] * kRootHalf));
}

} // namespace

void gelu(const GeluArgs& args, Pool& pool, Level level)
{
    const GeluNumbers vectors = vectorGelu(level);
    const GeluNumbers numbers = vectors == nullptr ? geluPlain : vectors;
    pool.run(args.in.rows, [&](std::int64_t rowIdx, int /*threadIdx*/) {
        const float* from = floatRow(args.in, rowIdx);
        for (std::int64_t begin = 0; begin < args.in.cols; begin += kGeluPiece) {
            const std::int64_t count = std::min(kGeluPiece, args.in.cols - begin);
            alignas(64) float some[kGeluPiece];
            numbers(from + begin, count, some);
            storeFloats(some, count, args.out.type, args.out.at(rowIdx, begin));
        }
    });
}

} // namespace tf::cpu
