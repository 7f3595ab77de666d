#pragma once

// How much of a screen changed between two frames, tile by tile.
//
// The one folder that includes OpenCV, and where cv::Exception ends.

#include "kernels/base/result.h"
#include "vision/picture/picture.h"

#include <cstdint>
#include <vector>

namespace tf::vision {

/// Brightness, scaled down, as the comparison keeps it.
struct SmallLuma {
    Size size;
    std::vector<std::uint8_t> pixels;
};

struct TileChange {
    std::int32_t columns = 0;
    std::int32_t rows = 0;
    std::vector<float> share; ///< of each tile's pixels that changed, 0 to 1
    float whole = 0; ///< of all pixels
};

/// `stride` in bytes between rows of `luma`.
Result<SmallLuma> scaledDown(Size size, std::int64_t stride, const std::uint8_t* luma);
/// Requires: both of one size.
Result<TileChange> tileChange(const SmallLuma& before, const SmallLuma& after);

} // namespace tf::vision
