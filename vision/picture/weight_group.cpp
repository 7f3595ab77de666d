#include "vision/picture/weight_group.h"

#include "kernels/base/check.h"
#include "vision/picture/taps.h"

#include <cstdlib>

namespace tf::vision {

namespace {

/// The tops of a group times 255 then stay within 16 bits. A cubic's weights make up to 1.25.
constexpr std::int32_t kMaxSum = 7 << (kWeightBits - 2);

/// Byte `tap` of a word.
std::uint32_t byteAt(std::int32_t tap, std::int32_t value)
{
    return static_cast<std::uint32_t>(static_cast<std::uint8_t>(value)) << (8 * tap);
}

void addBytes(WeightGroup& group, std::int32_t tap, std::int32_t weight)
{
    const std::int32_t low = static_cast<std::int8_t>(weight);
    const std::int32_t upper = (weight - low) >> 8;
    const std::int32_t middle = static_cast<std::int8_t>(upper);
    group.piece[0] |= byteAt(tap, (upper - middle) >> 8);
    group.piece[1] |= byteAt(tap, middle);
    group.piece[2] |= byteAt(tap, low);
}

void addWords(WeightGroup& group, std::int32_t tap, std::int32_t weight)
{
    const std::int32_t word = static_cast<std::int16_t>(weight);
    group.piece[0] |= byteAt(tap, (weight - word) >> 16);
    group.piece[1 + tap % 2] |= static_cast<std::uint32_t>(static_cast<std::uint16_t>(word))
        << (16 * (tap / 2));
}

} // namespace

WeightGroup groupOf(const std::int32_t* first, std::int32_t count, Pieces pieces)
{
    WeightGroup group;
    std::int32_t sum = 0;
    for (std::int32_t tap = 0; tap < kGroupTaps && tap < count; ++tap) {
        sum += std::abs(first[tap]);
        if (pieces == Pieces::Bytes)
            addBytes(group, tap, first[tap]);
        else
            addWords(group, tap, first[tap]);
    }
    CHECK(sum < kMaxSum, "weights have outgrown their pieces");
    return group;
}

} // namespace tf::vision
