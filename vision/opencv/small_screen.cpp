#include "vision/opencv/small_screen.h"

#include "vision/opencv/cv_call.h"

#include <algorithm>
#include <utility>

#include <opencv2/core/hal/intrin.hpp>
#include <opencv2/imgproc.hpp>

namespace tf::vision {

namespace {

/// Fine enough for a line of text to be dark, coarse enough for a codec's noise to average out.
constexpr std::int32_t kMostColumns = 480;

/// So many rows stand for all those that become one.
constexpr std::int32_t kRowsOfMean = 2;

/// How many samples become one, each way; powers of two.
struct Factor {
    std::int32_t across = 1;
    std::int32_t down = 1;
};

std::int32_t shrinkingOf(Size size)
{
    std::int32_t factor = 1;
    while (size.width / factor > kMostColumns)
        factor *= 2;
    return factor;
}

cv::Mat headerOf(const PlaneView& plane, TileGrid grid, Factor factor, std::int32_t perTile)
{
    const cv::Size cropped(grid.columns * perTile * factor.across,
                           grid.rows * perTile * factor.down);
    CV_Assert(cropped.width <= plane.size.width && cropped.height <= plane.size.height);
    // OpenCV has no pointer to constant samples; this header is only read from.
    return {cropped, CV_8U, const_cast<std::uint8_t*>(plane.samples),
            static_cast<std::size_t>(plane.stride)};
}

/// Every so many rows of it: memory that is not read is what makes a look cheap.
cv::Mat everyRow(const cv::Mat& plane, std::int32_t step)
{
    return {plane.rows / step, plane.cols, CV_8U, plane.data,
            plane.step * static_cast<std::size_t>(step)};
}

void halveRow(const std::uint8_t* from, std::uint8_t* to, std::int32_t count)
{
    std::int32_t x = 0;
    for (; x + 16 <= count; x += 16) {
        cv::v_uint8x16 even;
        cv::v_uint8x16 odd;
        cv::v_load_deinterleave(from + std::ptrdiff_t{2} * x, even, odd);
        cv::v_uint16x8 evenLow;
        cv::v_uint16x8 evenHigh;
        cv::v_uint16x8 oddLow;
        cv::v_uint16x8 oddHigh;
        cv::v_expand(even, evenLow, evenHigh);
        cv::v_expand(odd, oddLow, oddHigh);
        cv::v_store(to + x, cv::v_rshr_pack<1>(evenLow + oddLow, evenHigh + oddHigh));
    }
    for (; x < count; ++x)
        to[x] = static_cast<std::uint8_t>((from[2 * x] + from[2 * x + 1] + 1) / 2);
}

cv::Mat halvedAcross(const cv::Mat& plane)
{
    cv::Mat half(plane.rows, plane.cols / 2, CV_8U);
    for (int y = 0; y < plane.rows; ++y)
        halveRow(plane.ptr(y), half.ptr(y), half.cols);
    return half;
}

cv::Mat halved(const cv::Mat& plane, Factor& left)
{
    if (left.down == 1) {
        left.across /= 2;
        return halvedAcross(plane);
    }
    const int across = left.across > 1 ? 2 : 1;
    cv::Mat half;
    cv::resize(plane, half, {plane.cols / across, plane.rows / 2}, 0, 0, cv::INTER_AREA);
    left.across /= across;
    left.down /= 2;
    return half;
}

std::vector<std::uint8_t> bytesOf(const cv::Mat& plane)
{
    const cv::Mat whole = plane.isContinuous() ? plane : plane.clone();
    return {whole.datastart, whole.datastart + whole.total()};
}

cv::Mat shrunk(const PlaneView& plane, TileGrid grid, Factor factor, std::int32_t perTile)
{
    cv::Mat small = headerOf(plane, grid, factor, perTile);
    if (factor.down > kRowsOfMean) {
        small = everyRow(small, factor.down / kRowsOfMean);
        factor.down = kRowsOfMean;
    }
    while (factor.across > 1 || factor.down > 1)
        small = halved(small, factor);
    return small;
}

/// How many samples of brightness stand beside one of colour; 0 if that is none that is known.
std::int32_t sharedBy(std::int32_t luma, std::int32_t colour)
{
    for (const std::int32_t ratio : {1, 2, 4}) {
        if (colour == (luma + ratio - 1) / ratio)
            return ratio;
    }
    return 0;
}

std::vector<std::uint8_t> colourMeans(const ScreenView& screen, const PlaneView& colour,
                                      TileGrid grid, std::int32_t shrinking)
{
    const Factor shared = {sharedBy(screen.luma.size.width, colour.size.width),
                           sharedBy(screen.luma.size.height, colour.size.height)};
    if (colour.samples == nullptr || shared.across == 0 || shared.down == 0)
        return {};
    const std::int32_t whole = shrinking * kTileSide;
    return bytesOf(shrunk(colour, grid, {whole / shared.across, whole / shared.down}, 1));
}

SmallScreen shrunkScreen(const ScreenView& screen)
{
    const std::int32_t shrinking = shrinkingOf(screen.luma.size);
    const std::int32_t side = shrinking * kTileSide;
    SmallScreen small;
    small.grid = {screen.luma.size.width / side, screen.luma.size.height / side};
    if (small.grid.count() == 0)
        return {};
    const cv::Mat luma = shrunk(screen.luma, small.grid, {shrinking, shrinking}, kTileSide);
    small.luma = bytesOf(luma);
    small.blueMean = colourMeans(screen, screen.blue, small.grid, shrinking);
    small.redMean = colourMeans(screen, screen.red, small.grid, shrinking);
    return small;
}

} // namespace

Result<SmallScreen> scaledDown(const ScreenView& screen)
{
    return cvCall("scaling a frame down", [&] { return shrunkScreen(screen); });
}

} // namespace tf::vision
