#include "vision/events/tile_motion.h"

#include <algorithm>
#include <limits>

namespace tf::vision {

namespace {

/// Seconds without a change after which a tile's next one is a new story.
constexpr double kPause = 0.25;
/// Seconds of change after which nobody waits for its end any more.
constexpr double kRestlessAfter = 1.5;

void copyTile(const SmallScreen& from, SmallScreen& to, std::int32_t tileIdx)
{
    const auto at = static_cast<std::size_t>(tileIdx);
    if (!from.blueMean.empty())
        to.blueMean[at] = from.blueMean[at];
    if (!from.redMean.empty())
        to.redMean[at] = from.redMean[at];
    const std::int64_t stride = std::int64_t{from.grid.columns} * kTileSide;
    const std::int64_t begin = tileIdx / from.grid.columns * stride * kTileSide
        + std::int64_t{tileIdx % from.grid.columns} * kTileSide;
    for (std::int64_t row = 0; row < kTileSide; ++row)
        std::copy_n(from.luma.begin() + begin + row * stride, kTileSide,
                    to.luma.begin() + begin + row * stride);
}

bool sameShape(const SmallScreen& a, const SmallScreen& b)
{
    return a.grid == b.grid && a.blueMean.size() == b.blueMean.size()
        && a.redMean.size() == b.redMean.size();
}

} // namespace

TileMotion::TileMotion(const SmallScreen& first)
{
    begin(first);
}

Result<float> TileMotion::look(double time, const SmallScreen& screen)
{
    if (!sameShape(m_looks, screen)) {
        begin(screen);
        return 1.0F;
    }
    auto moved = changedTiles(m_looks, screen);
    note(time, moved, screen);
    m_restless = TRY(boxedIn(m_restless));
    moved.remove(m_restless);
    return patchedShare(moved);
}

void TileMotion::begin(const SmallScreen& screen)
{
    m_looks = screen;
    const auto numTiles = static_cast<std::size_t>(screen.grid.count());
    m_busySince.assign(numTiles, 0);
    m_movedAt.assign(numTiles, -std::numeric_limits<double>::infinity());
    m_restless = {screen.grid, std::vector<std::uint8_t>(numTiles, 0)};
}

void TileMotion::note(double time, const TileMask& moved, const SmallScreen& screen)
{
    for (std::int32_t tileIdx = 0; tileIdx < screen.grid.count(); ++tileIdx) {
        const auto at = static_cast<std::size_t>(tileIdx);
        const bool paused = time - m_movedAt[at] > kPause;
        if (moved.tiles[at] != 0) {
            m_busySince[at] = paused ? time : m_busySince[at];
            m_movedAt[at] = time;
            copyTile(screen, m_looks, tileIdx);
        }
        const bool isRestless =
            time - m_movedAt[at] <= kPause && time - m_busySince[at] >= kRestlessAfter;
        m_restless.tiles[at] = isRestless ? 255 : 0;
    }
}

} // namespace tf::vision
