#include "vision/images/raster.h"

#include <utility>

namespace tf::vision {

namespace {

/// sum / 255, rounded to the nearest; for sums of bytes' products.
std::uint8_t dividedBy255(std::uint32_t sum)
{
    sum += 128;
    return static_cast<std::uint8_t>((sum + (sum >> 8)) >> 8);
}

/// In place: three bytes are written where four were read, so nothing is overtaken.
void layOnWhite(Raster& raster)
{
    const auto numPixels = raster.size.area();
    std::uint8_t* to = raster.bytes.data();
    const std::uint8_t* from = raster.bytes.data();
    for (std::int64_t idx = 0; idx < numPixels; ++idx, from += 4) {
        const std::uint32_t alpha = from[3];
        for (int channel = 0; channel < 3; ++channel) {
            // One rounding for the sum of both: as Pillow pastes through a mask.
            *to++ = dividedBy255(from[channel] * alpha + 255 * (255 - alpha));
        }
    }
    raster.hasAlpha = false;
    raster.bytes.resize(static_cast<std::size_t>(numPixels * 3));
}

} // namespace

Raster blankRaster(Size size, Alpha alpha)
{
    Raster raster{size, alpha == Alpha::Kept, {}};
    raster.bytes.resize(static_cast<std::size_t>(raster.stride() * size.height));
    return raster;
}

void writeCmykRow(const std::uint8_t* cmyk, std::int32_t width, std::uint8_t* rgb)
{
    for (std::int32_t x = 0; x < width; ++x, cmyk += 4) {
        const std::uint32_t light = 255U - cmyk[3];
        for (int channel = 0; channel < 3; ++channel)
            *rgb++ = static_cast<std::uint8_t>(light - dividedBy255(cmyk[channel] * light));
    }
}

Picture pictureOf(Raster raster, const Turn& turn)
{
    if (raster.hasAlpha)
        layOnWhite(raster);
    Picture stored{raster.size, std::move(raster.bytes)};
    if (turn.isNone())
        return stored;
    Picture upright{turn.turned(stored.size), {}};
    upright.rgb.resize(stored.rgb.size());
    turnRgb(stored.view(), turn, upright.rgb.data());
    return upright;
}

} // namespace tf::vision
