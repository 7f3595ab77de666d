#pragma once

// What moves on a screen from frame to frame, and which tiles never come to rest.
//
// Each tile is held against its own look when it last changed, not against the frame before, so
// that a slow fade is seen too. A tile that changes for a second and a half without a pause is
// restless: a playing video, a spinner, endless scrolling.

#include "kernels/base/result.h"
#include "vision/opencv/tile_change.h"

#include <vector>

namespace tf::vision {

class TileMotion {
public:
    explicit TileMotion(const SmallScreen& first);

    /// The share of the screen that moved, restless tiles left out.
    Result<float> look(double time, const SmallScreen& screen);
    /// As of the last look.
    [[nodiscard]] const TileMask& restless() const { return m_restless; }

private:
    void begin(const SmallScreen& screen);
    void note(double time, const TileMask& moved, const SmallScreen& screen);

    SmallScreen m_looks; ///< of each tile when it last changed
    std::vector<double> m_busySince;
    std::vector<double> m_movedAt;
    TileMask m_restless;
};

} // namespace tf::vision
