#include "kernels/cpu/weights/quantise.h"

#include "kernels/api/number.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>
#include <numeric>

namespace tf::cpu {

namespace {

/// The largest number meets ±7, or a little beyond, where clipping it serves the others.
constexpr float kTops[] = {7.0F, 7.4F, 7.8F, 8.2F};

float largestOf(std::span<const float> numbers)
{
    float largest = 0;
    for (const float number : numbers)
        largest = std::max(largest, std::fabs(number));
    return largest;
}

/// -8 … 7, to nearest, ties to even: floats from 1.5 x 2^23 on lie one apart.
float levelOf(float number, float inverse)
{
    constexpr float kOneApart = 0x1.8p23F;
    return (std::clamp(number * inverse, -8.0F, 7.0F) + kOneApart) - kOneApart;
}

float squaredError(std::span<const float> numbers, float scale)
{
    const float inverse = 1.0F / scale;
    float sums[8] = {}; // side by side, so that an addition need not wait for the last
    for (std::size_t idx = 0; idx < numbers.size(); ++idx) {
        const float error = numbers[idx] - levelOf(numbers[idx], inverse) * scale;
        sums[idx % 8] += error * error;
    }
    return std::accumulate(std::begin(sums), std::end(sums), 0.0F);
}

Half bestScale(std::span<const float> numbers, float largest)
{
    Half best = toHalf(largest / kTops[3]); // stands where it is zero or infinite
    float bestError = INFINITY;
    for (const float top : kTops) {
        const Half scale = toHalf(largest / top);
        if (toFloat(scale) == 0.0F || !std::isfinite(toFloat(scale)))
            continue;
        const float error = squaredError(numbers, toFloat(scale));
        if (error < bestError) {
            best = scale;
            bestError = error;
        }
    }
    return best;
}

} // namespace

MxBlock quantiseMx(std::span<const float> numbers)
{
    MxBlock block;
    const float largest = largestOf(numbers);
    if (largest == 0)
        return block;
    const int field = static_cast<int>(std::bit_cast<std::uint32_t>(largest) >> 23);
    block.scale = static_cast<std::uint8_t>(std::max(field - 8, 0));
    const float inverse = std::bit_cast<float>((254U - block.scale) << 23);
    for (std::size_t idx = 0; idx < numbers.size(); ++idx)
        block.codes[idx] = toFloat8(numbers[idx] * inverse).bits;
    return block;
}

Int4Group quantiseInt4(std::span<const float> numbers)
{
    Int4Group group;
    group.codes.fill(8);
    const Half scale = bestScale(numbers, largestOf(numbers));
    group.scale = scale.bits;
    if (toFloat(scale) == 0.0F || !std::isfinite(toFloat(scale)))
        return group;
    const float inverse = 1.0F / toFloat(scale);
    for (std::size_t idx = 0; idx < numbers.size(); ++idx)
        group.codes[idx] = static_cast<std::uint8_t>(levelOf(numbers[idx], inverse) + 8.0F);
    return group;
}

} // namespace tf::cpu
