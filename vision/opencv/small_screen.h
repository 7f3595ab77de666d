#pragma once

// A frame scaled down to what the comparison needs: brightness in a few hundred columns, and
// the mean colours of its tiles.
//
// A tile is kTileSide small pixels square. Remainders at the right and lower edge are left out.

#include "kernels/base/result.h"
#include "vision/media/screen_view.h"

#include <cstdint>
#include <vector>

namespace tf::vision {

inline constexpr std::int32_t kTileSide = 4;

struct TileGrid {
    std::int32_t columns = 0;
    std::int32_t rows = 0;

    [[nodiscard]] std::int32_t count() const { return columns * rows; }
    bool operator==(const TileGrid&) const = default;
};

struct SmallScreen {
    TileGrid grid;
    std::vector<std::uint8_t> luma; ///< kTileSide² a tile, in rows of the picture
    std::vector<std::uint8_t> blueMean; ///< one a tile, or none
    std::vector<std::uint8_t> redMean; ///< one a tile, or none

    bool operator==(const SmallScreen&) const = default;
};

/// Of large frames it reads some rows only. A frame of less than a tile has an empty grid.
Result<SmallScreen> scaledDown(const ScreenView& screen);

} // namespace tf::vision
