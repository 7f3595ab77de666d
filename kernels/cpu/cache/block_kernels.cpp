#include "kernels/cpu/cache/block_kernels.h"

#include "kernels/cpu/cache/block_kernels_bf16.h"
#include "kernels/cpu/cache/float_kernels.h"
#include "kernels/cpu/rows/lanes.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tf::cpu {

namespace {

void addProductRow(const float* row, const Product& product, float* out)
{
    const auto* page = reinterpret_cast<const float*>(product.page);
    for (std::int32_t innerIdx = 0; innerIdx < product.inner; ++innerIdx) {
        const float number = row[innerIdx];
        for (std::int32_t lane = 0; lane < product.lanes; ++lane)
            out[lane] += number * page[lane];
        page += product.lanes;
    }
}

void multiplyAddPlain(const Product& product)
{
    for (std::int32_t rowIdx = 0; rowIdx < product.numRows; ++rowIdx)
        addProductRow(reinterpret_cast<const float*>(product.rows[rowIdx]), product,
                      product.out + static_cast<std::int64_t>(rowIdx) * product.lanes);
}

void multiplyPlain(const Product& product)
{
    std::fill_n(product.out, static_cast<std::int64_t>(product.numRows) * product.lanes, 0.0F);
    multiplyAddPlain(product);
}

float largestPlain(const float* scores, std::int32_t count)
{
    float largest = -std::numeric_limits<float>::infinity();
    for (std::int32_t idx = 0; idx < count; ++idx)
        largest = scores[idx] > largest ? scores[idx] : largest;
    return largest;
}

Softened softenPlain(const Soften& soften)
{
    const float scaled = largestPlain(soften.scores, soften.count) * soften.scale;
    const float largest = std::max(soften.before.largest, scaled);
    auto* weights = reinterpret_cast<float*>(soften.weights);
    float sums[kLanes] = {};
    for (std::int32_t idx = 0; idx < soften.count; ++idx) {
        const float weight = std::exp(soften.scores[idx] * soften.scale - largest);
        sums[idx % kLanes] += weight;
        weights[idx] = soften.roundTo == DType::BF16 ? toFloat(toBFloat16(weight)) : weight;
    }
    const float shrink = std::exp(soften.before.largest - largest);
    return {{largest, soften.before.sum * shrink + sumOfLanes(sums)}, shrink};
}

void shrinkRowPlain(float* row, std::int32_t count, float factor)
{
    for (std::int32_t idx = 0; idx < count; ++idx)
        row[idx] *= factor;
}

template <class Number>
void widenPlain(const std::byte* pairs, std::int64_t count, float* first, float* second)
{
    const auto* numbers = reinterpret_cast<const Number*>(pairs);
    for (std::int64_t idx = 0; idx < count; ++idx) {
        first[idx] = toFloat(numbers[2 * idx]);
        second[idx] = toFloat(numbers[2 * idx + 1]);
    }
}

} // namespace

BlockKernels plainKernels()
{
    BlockKernels kernels;
    kernels.multiply = multiplyPlain;
    kernels.multiplyAdd = multiplyAddPlain;
    kernels.soften = softenPlain;
    kernels.shrinkRow = shrinkRowPlain;
    kernels.largest = largestPlain;
    kernels.widenBf16 = widenPlain<BFloat16>;
    kernels.widenFloat8 = widenPlain<Float8>;
    return kernels;
}

BlockKernels kernelsFor(Level level, DType queryType, DType storeType, std::int32_t dim)
{
#if defined(__x86_64__)
    const bool pairs = queryType == DType::BF16 && storeType != DType::F32 && dim % 2 == 0;
    if (level >= Level::Avx512Bf16 && pairs)
        return bf16Kernels();
#endif
    return floatKernels(level).value_or(plainKernels());
}

} // namespace tf::cpu
