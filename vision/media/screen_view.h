#pragma once

// A decoded frame as changes are looked for in it: brightness, and colour where it is apart.
//
// As it left the codec: before rotation, in whatever matrix and range, the same for all frames of
// a clip. Owns nothing.

#include "vision/picture/picture.h"

#include <cstdint>

namespace tf::vision {

/// One plane of 8-bit samples; deeper formats are narrowed.
struct PlaneView {
    Size size;
    std::int64_t stride = 0; ///< bytes from a row to the next
    const std::uint8_t* samples = nullptr;
};

struct ScreenView {
    PlaneView luma;
    PlaneView blue; ///< Cb, as often as the format has it; without samples when there is no colour
    PlaneView red; ///< Cr
};

} // namespace tf::vision
