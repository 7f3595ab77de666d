#include "vision/picture/plain_passes.h"

#include <vector>

namespace tf::vision {

namespace {

constexpr std::int32_t kHalf = 1 << (kWeightBits - 1);

void rowAcross(const std::uint8_t* from, const Taps& taps, std::uint8_t* to)
{
    for (std::int32_t place = 0; place < taps.to; ++place) {
        const std::int32_t* weights = taps.at(place);
        const std::uint8_t* pixel = from + std::int64_t{3} * taps.first[std::size_t(place)];
        std::int32_t red = kHalf;
        std::int32_t green = kHalf;
        std::int32_t blue = kHalf;
        for (std::int32_t tap = 0; tap < taps.count[std::size_t(place)]; ++tap, pixel += 3) {
            red += weights[tap] * pixel[0];
            green += weights[tap] * pixel[1];
            blue += weights[tap] * pixel[2];
        }
        *to++ = byteOf(red);
        *to++ = byteOf(green);
        *to++ = byteOf(blue);
    }
}

/// One row of `width` bytes out of those rows of `from` that its taps name.
void rowDown(const std::uint8_t* from, std::int64_t width, const Taps& taps, std::int32_t place,
             std::uint8_t* to)
{
    std::vector<std::int32_t> sums(static_cast<std::size_t>(width), kHalf);
    for (std::int32_t tap = 0; tap < taps.count[std::size_t(place)]; ++tap) {
        const std::uint8_t* row = from + (taps.first[std::size_t(place)] + tap) * width;
        const std::int32_t weight = taps.at(place)[tap];
        for (std::size_t idx = 0; idx < sums.size(); ++idx)
            sums[idx] += weight * row[idx];
    }
    for (const std::int32_t sum : sums)
        *to++ = byteOf(sum);
}

} // namespace

void resamplePlainly(const PictureView& source, const Taps& across, const Taps& down,
                     std::uint8_t* to)
{
    const std::int64_t width = std::int64_t{3} * across.to;
    std::vector<std::uint8_t> between(static_cast<std::size_t>(width * down.from));
    for (std::int32_t y = 0; y < down.from; ++y)
        rowAcross(source.row(y), across, between.data() + y * width);
    for (std::int32_t y = 0; y < down.to; ++y)
        rowDown(between.data(), width, down, y, to + y * width);
}

} // namespace tf::vision
