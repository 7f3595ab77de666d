#pragma once

// Which tiles of a screen changed between two frames, and how much of the screen they make up.
//
// A tile changed when a part of it did so clearly, or all of it a little: text, and the pale
// highlight under a pointer, but not what a codec does around letters.

#include "kernels/base/result.h"
#include "vision/opencv/small_screen.h"

#include <cstdint>
#include <vector>

namespace tf::vision {

/// One byte a tile: 255 in the mask, 0 outside.
struct TileMask {
    TileGrid grid;
    std::vector<std::uint8_t> tiles;

    [[nodiscard]] bool empty() const;
    /// Takes out the tiles of another mask of the same grid.
    void remove(const TileMask& other);
};

/// The upright boxes around the patches of a mask, two tiles wider: films and pages are boxes, and
/// parts of them may rest.
Result<TileMask> boxedIn(const TileMask& mask);

/// All of them when the grids differ.
[[nodiscard]] TileMask changedTiles(const SmallScreen& before, const SmallScreen& after);

/// The share of the screen, 0 to 1, that larger patches of the mask cover, with their small gaps
/// closed. What is no larger than a pointer, a caret or a clock's digits counts nothing.
Result<float> patchedShare(const TileMask& mask);

} // namespace tf::vision
