#pragma once

// A fitted picture, or pairs of frames, cut into the rows that the model's tower takes.
//
// One row for each patch of 14 x 14 pixels and 2 frames, in the order of the 2 x 2 blocks that
// become one token; inside a row channel, frame, y, x. A picture stands in both frames; of an odd
// clip the last frame does. Rows stay bytes until the engine looks them up in the scale.

#include "vision/picture/picture.h"

#include "kernels/base/result.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace tf::vision {

inline constexpr std::int32_t kPatchSide = 14;
inline constexpr std::int32_t kPatchRow = 3 * 2 * kPatchSide * kPatchSide;

struct PatchGrid {
    std::int32_t frames = 0; ///< pairs of frames
    std::int32_t rows = 0; ///< patches down
    std::int32_t columns = 0; ///< patches across
    std::vector<std::uint8_t> bytes; ///< [frames * rows * columns][kPatchRow]

    [[nodiscard]] std::int64_t count() const { return std::int64_t{frames} * rows * columns; }
};

/// What a byte of each channel means to the tower: (v / 255 - mean) / deviation in double,
/// rounded once.
using PixelScale = std::array<std::array<float, 256>, 3>;
const PixelScale& clipScale();

/// All frames of one size, whose sides are multiples of 28; one frame is a picture.
Result<PatchGrid> patchesOf(std::span<const PictureView> frames);

/// The rows as floats, for files and tests.
std::vector<float> scaledRows(const PatchGrid& grid, const PixelScale& scale);

} // namespace tf::vision
