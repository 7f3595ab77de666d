#include "vision/opencv/tile_change.h"

#include "vision/opencv/cv_call.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <utility>

#include <opencv2/imgproc.hpp>

namespace tf::vision {

namespace {

/// A small pixel's step in brightness that is no noise on plain ground; where a tile has contrast
/// of its own, a codec's noise grows with it.
constexpr int kPixelStep = 12;
constexpr int kTenthsOfContrast = 3;
/// How many such pixels make a tile changed.
constexpr int kPixelsOfTile = kTileSide * kTileSide / 5 + 1;
/// A step that is seen where nearly all of a tile takes it the same way, as under a pale highlight:
/// what a codec does goes both ways.
constexpr int kPaleStep = 2;
constexpr int kNearlyAll = kTileSide * kTileSide * 3 / 4;
/// A step of a tile's mean colour.
constexpr int kColourStep = 4;
/// Larger patches alone count, in shares of the screen.
constexpr float kSmallestPatch = 0.002F;

cv::Mat tilesOf(const TileMask& mask)
{
    // OpenCV has no pointer to constant samples; this header is only read from.
    return {mask.grid.rows, mask.grid.columns, CV_8U, const_cast<std::uint8_t*>(mask.tiles.data())};
}

/// The small pixels of a tile.
struct Pixels {
    std::uint8_t luma[kTileSide * kTileSide];
};

/// Most tiles of most frames: told without a look at single pixels.
bool sameRows(const std::uint8_t* before, const std::uint8_t* after, std::int64_t stride)
{
    for (std::int32_t row = 0; row < kTileSide; ++row) {
        if (std::memcmp(before + row * stride, after + row * stride, kTileSide) != 0)
            return false;
    }
    return true;
}

Pixels pixelsOf(const std::uint8_t* first, std::int64_t stride)
{
    Pixels pixels;
    for (std::int32_t row = 0; row < kTileSide; ++row)
        std::memcpy(pixels.luma + row * kTileSide, first + row * stride, kTileSide);
    return pixels;
}

int contrastOf(const Pixels& pixels)
{
    const auto [low, high] = std::minmax_element(std::begin(pixels.luma), std::end(pixels.luma));
    return *high - *low;
}

bool isNew(const Pixels& before, const Pixels& after)
{
    const auto numBeyond = [&](int step) {
        int brighter = 0;
        int darker = 0;
        for (std::size_t at = 0; at < std::size(after.luma); ++at) {
            const int difference = after.luma[at] - before.luma[at];
            brighter += difference > step ? 1 : 0;
            darker += difference < -step ? 1 : 0;
        }
        return std::pair(brighter, darker);
    };
    const auto [brighter, darker] = numBeyond(kPaleStep);
    if (std::max(brighter, darker) >= kNearlyAll)
        return true;
    if (brighter + darker < kPixelsOfTile)
        return false;
    const int contrast = std::max(contrastOf(before), contrastOf(after));
    const auto clear = numBeyond(std::max(kPixelStep, contrast * kTenthsOfContrast / 10));
    return clear.first + clear.second >= kPixelsOfTile;
}

void addLuma(TileMask& mask, const SmallScreen& before, const SmallScreen& after)
{
    const std::int64_t stride = std::int64_t{mask.grid.columns} * kTileSide;
    auto tile = mask.tiles.begin();
    for (std::int32_t row = 0; row < mask.grid.rows; ++row) {
        const std::uint8_t* from = before.luma.data() + row * stride * kTileSide;
        const std::uint8_t* to = after.luma.data() + row * stride * kTileSide;
        for (std::int32_t column = 0; column < mask.grid.columns; ++column, ++tile) {
            if (!sameRows(from, to, stride) && isNew(pixelsOf(from, stride), pixelsOf(to, stride)))
                *tile = 255;
            from += kTileSide;
            to += kTileSide;
        }
    }
}

void addColour(TileMask& mask, const std::vector<std::uint8_t>& before,
               const std::vector<std::uint8_t>& after)
{
    if (before.size() != after.size())
        return;
    for (std::size_t at = 0; at < after.size(); ++at) {
        if (std::abs(after[at] - before[at]) > kColourStep)
            mask.tiles[at] = 255;
    }
}

TileMask boxes(const TileMask& mask)
{
    cv::Mat wide;
    cv::dilate(tilesOf(mask), wide, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int numPatches = cv::connectedComponentsWithStats(wide, labels, stats, centres, 8);
    for (int patch = 1; patch < numPatches; ++patch) {
        const auto at = [&](int what) { return stats.at<int>(patch, what); };
        wide(cv::Rect(at(cv::CC_STAT_LEFT), at(cv::CC_STAT_TOP), at(cv::CC_STAT_WIDTH),
                      at(cv::CC_STAT_HEIGHT))) = 255;
    }
    return {mask.grid, {wide.datastart, wide.dataend}};
}

float shareOf(const TileMask& mask)
{
    cv::Mat closed;
    // Closing fills the gaps between words and lines.
    cv::morphologyEx(tilesOf(mask), closed, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int numPatches = cv::connectedComponentsWithStats(closed, labels, stats, centres, 8);
    const float smallest = kSmallestPatch * static_cast<float>(mask.grid.count());
    float covered = 0;
    for (int patch = 1; patch < numPatches; ++patch) { // 0 is what did not change
        const auto tiles = static_cast<float>(stats.at<int>(patch, cv::CC_STAT_AREA));
        covered += tiles > smallest ? tiles : 0;
    }
    return covered / static_cast<float>(mask.grid.count());
}

} // namespace

bool TileMask::empty() const
{
    return std::all_of(tiles.begin(), tiles.end(), [](std::uint8_t tile) { return tile == 0; });
}

void TileMask::remove(const TileMask& other)
{
    CHECK(other.grid == grid, "masks of different grids");
    for (std::size_t tileIdx = 0; tileIdx < tiles.size(); ++tileIdx) {
        if (other.tiles[tileIdx] != 0)
            tiles[tileIdx] = 0;
    }
}

TileMask changedTiles(const SmallScreen& before, const SmallScreen& after)
{
    const bool isOther = before.grid != after.grid;
    TileMask mask{
        after.grid,
        std::vector<std::uint8_t>(static_cast<std::size_t>(after.grid.count()), isOther ? 255 : 0)};
    if (isOther)
        return mask;
    addLuma(mask, before, after);
    addColour(mask, before.blueMean, after.blueMean);
    addColour(mask, before.redMean, after.redMean);
    return mask;
}

Result<TileMask> boxedIn(const TileMask& mask)
{
    if (mask.empty())
        return TileMask(mask);
    return cvCall("boxing a mask in", [&] { return boxes(mask); });
}

Result<float> patchedShare(const TileMask& mask)
{
    if (mask.empty())
        return 0.0F;
    return cvCall("measuring a change", [&] { return shareOf(mask); });
}

} // namespace tf::vision
