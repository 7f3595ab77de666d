#include "vision/picture/turn.h"

#include <algorithm>

namespace tf::vision {

namespace {

/// Pixels on a side of the squares in which a turned picture is copied: rows of both fit the cache.
constexpr std::int32_t kTile = 32;

/// Where the pixel of the turned picture at (0, 0) lies, and how to step with x and y.
struct Walk {
    std::int64_t begin = 0;
    std::int64_t withX = 0;
    std::int64_t withY = 0;
};

Walk walkOf(const PictureView& from, const Turn& turn)
{
    const std::int64_t right = turn.mirrored ? -3 : 3;
    const std::int64_t down = from.stride;
    const std::int64_t lastX = std::int64_t{from.size.width} - 1;
    const std::int64_t lastY = std::int64_t{from.size.height} - 1;
    const std::int64_t origin = turn.mirrored ? lastX * 3 : 0;
    switch (turn.quarters) {
    case 1:
        return {origin + lastY * down, -down, right};
    case 2:
        return {origin + lastX * right + lastY * down, -right, -down};
    case 3:
        return {origin + lastX * right, down, -right};
    default:
        return {origin, right, down};
    }
}

} // namespace

void turnRgb(const PictureView& from, const Turn& turn, std::uint8_t* to)
{
    const Size size = turn.turned(from.size);
    const Walk walk = walkOf(from, turn);
    const std::uint8_t* begin = from.rgb + walk.begin;
    for (std::int32_t tileY = 0; tileY < size.height; tileY += kTile) {
        for (std::int32_t tileX = 0; tileX < size.width; tileX += kTile) {
            const std::int32_t endY = std::min(tileY + kTile, size.height);
            const std::int32_t endX = std::min(tileX + kTile, size.width);
            for (std::int32_t y = tileY; y < endY; ++y) {
                std::uint8_t* out = to + (std::int64_t{y} * size.width + tileX) * 3;
                for (std::int32_t x = tileX; x < endX; ++x, out += 3) {
                    const std::uint8_t* pixel = begin + x * walk.withX + y * walk.withY;
                    std::copy(pixel, pixel + 3, out);
                }
            }
        }
    }
}

} // namespace tf::vision
