#pragma once

// How a stored picture is turned to stand upright: one of eight ways, and turning it so.

#include "vision/picture/picture.h"

#include <cstdint>

namespace tf::vision {

/// First mirrored left to right when asked for, then turned clockwise by quarters.
struct Turn {
    bool mirrored = false;
    std::int32_t quarters = 0; ///< 0 to 3

    [[nodiscard]] bool isNone() const { return !mirrored && quarters == 0; }
    [[nodiscard]] Size turned(Size size) const
    {
        return quarters % 2 == 0 ? size : Size{size.height, size.width};
    }
    bool operator==(const Turn&) const = default;
};

/// `to` holds as many pixels as `from`, without gaps, in the turned size.
void turnRgb(const PictureView& from, const Turn& turn, std::uint8_t* to);

} // namespace tf::vision
