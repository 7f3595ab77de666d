#pragma once

// Pixels as a codec leaves them: 3 or 4 bytes each, not yet upright, alpha not yet laid on white.

#include "vision/picture/turn.h"

#include <cstdint>
#include <vector>

namespace tf::vision {

struct Raster {
    Size size;
    bool hasAlpha = false; ///< red, green, blue, alpha; else the three
    std::vector<std::uint8_t> bytes;

    [[nodiscard]] std::int64_t stride() const
    {
        return std::int64_t{size.width} * (hasAlpha ? 4 : 3);
    }
    [[nodiscard]] std::uint8_t* row(std::int64_t y) { return bytes.data() + y * stride(); }
};

enum class Alpha : std::uint8_t { Opaque, Kept };

/// All zeros. Requires: a size within the limits.
Raster blankRaster(Size size, Alpha alpha);

/// Alpha on white, turned upright.
Picture pictureOf(Raster raster, const Turn& turn);

/// A row of ink as light, without a colour profile: what Pillow does.
void writeCmykRow(const std::uint8_t* cmyk, std::int32_t width, std::uint8_t* rgb);

} // namespace tf::vision
