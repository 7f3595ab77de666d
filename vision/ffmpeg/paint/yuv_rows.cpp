#include "vision/ffmpeg/paint/yuv_rows.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tf::vision {

namespace {

// Luma is weighed in 2^-18. Chroma rows come blended in sixteenths, so it is weighed in 2^-14:
// a sum stays below 2^30.
constexpr int kShift = 18;
constexpr int kChromaScale = 16;

struct Weights {
    int luma = 0;
    int redOfCr = 0;
    int greenOfCb = 0;
    int greenOfCr = 0;
    int blueOfCb = 0;
    int lift = 0; ///< black, and a half for rounding
};

struct Primaries {
    double red;
    double blue;
};

Primaries primariesOf(int matrix)
{
    switch (matrix) {
    case SWS_CS_ITU709:
        return {0.2126, 0.0722};
    case SWS_CS_FCC:
        return {0.30, 0.11};
    case SWS_CS_SMPTE240M:
        return {0.212, 0.087};
    case SWS_CS_BT2020:
        return {0.2627, 0.0593};
    default:
        return {0.299, 0.114};
    }
}

Weights weightsOf(const Colours& colours)
{
    const auto [red, blue] = primariesOf(colours.matrix);
    const double green = 1 - red - blue;
    const bool isFull = colours.range == Range::Full;
    const double luma = isFull ? 1 : 255.0 / 219;
    const double chroma = isFull ? 1 : 255.0 / 224;
    const auto fixed = [](double weight) {
        return static_cast<int>(std::lround(weight * (1 << kShift)));
    };
    const auto fixedChroma = [&](double weight) { return fixed(weight * chroma / kChromaScale); };
    Weights weights;
    weights.luma = fixed(luma);
    weights.redOfCr = fixedChroma(2 * (1 - red));
    weights.blueOfCb = fixedChroma(2 * (1 - blue));
    weights.greenOfCb = fixedChroma(-2 * (1 - blue) * blue / green);
    weights.greenOfCr = fixedChroma(-2 * (1 - red) * red / green);
    weights.lift = (1 << (kShift - 1)) - (isFull ? 0 : 16 * weights.luma);
    return weights;
}

/// Where a place between samples is, in quarters of a chroma sample.
struct Place {
    int sample;
    int quarters;
};

Place placeOf(int luma, int shift, int chromaPlace)
{
    if (shift == 0)
        return {luma, 0};
    const int inQuarters = 2 * luma - chromaPlace / 128;
    return {inQuarters >> 2, inQuarters & 3};
}

struct ChromaPlane {
    const std::uint8_t* samples = nullptr;
    std::int64_t stride = 0;
    int width = 0;
    int height = 0;
};

/// Two rows of chroma blended in quarters, with the border repeated on either side.
[[gnu::target_clones("avx2", "default")]] void blendRows(const ChromaPlane& plane,
                                                         const Place& place, std::uint16_t* to)
{
    const auto row = [&](int y) {
        return plane.samples + std::clamp(y, 0, plane.height - 1) * plane.stride;
    };
    const std::uint8_t* above = row(place.sample);
    const std::uint8_t* below = row(place.sample + 1);
    const int far = place.quarters;
    for (int x = 0; x < plane.width; ++x)
        to[x + 1] = static_cast<std::uint16_t>((4 - far) * above[x] + far * below[x]);
    to[0] = to[1];
    to[plane.width + 1] = to[plane.width];
}

/// One of `blendRows` made as wide as luma, around zero. `first` is the luma column that it begins
/// with, and every second one follows: all of those lie alike between samples.
[[gnu::target_clones("avx2", "default")]] void
blendEverySecond(const std::uint16_t* row, const Place& place, int numColumns, std::int16_t* to)
{
    const int far = place.quarters;
    const std::uint16_t* left = row + 1 + place.sample;
    for (int column = 0; column < numColumns; ++column)
        to[2 * column] = static_cast<std::int16_t>((4 - far) * left[column] + far * left[column + 1]
                                                   - 128 * kChromaScale);
}

void widen(const std::uint16_t* row, int shift, int chromaX, int width, std::int16_t* to)
{
    if (shift == 0) {
        for (int x = 0; x < width; ++x)
            to[x] = static_cast<std::int16_t>(4 * row[x + 1] - 128 * kChromaScale);
        return;
    }
    blendEverySecond(row, placeOf(0, shift, chromaX), (width + 1) / 2, to);
    blendEverySecond(row, placeOf(1, shift, chromaX), width / 2, to + 1);
}

std::uint8_t bounded(int sum)
{
    return static_cast<std::uint8_t>(std::min(std::max(sum >> kShift, 0), 255));
}

[[gnu::target_clones("avx2", "default")]] void weigh(const std::uint8_t* luma,
                                                     const std::int16_t* cb, const std::int16_t* cr,
                                                     int width, const Weights& weights,
                                                     std::uint8_t* to)
{
    const Weights w = weights; // so that no store can change it
    for (int x = 0; x < width; ++x) {
        const int light = luma[x] * w.luma + w.lift;
        to[3 * x] = bounded(light + cr[x] * w.redOfCr);
        to[3 * x + 1] = bounded(light + cb[x] * w.greenOfCb + cr[x] * w.greenOfCr);
        to[3 * x + 2] = bounded(light + cb[x] * w.blueOfCb);
    }
}

struct ChromaShift {
    int x = 0;
    int y = 0;
};

ChromaShift shiftOf(AVPixelFormat format)
{
    switch (format) {
    case AV_PIX_FMT_YUV420P:
        return {1, 1};
    case AV_PIX_FMT_YUV422P:
        return {1, 0};
    default:
        return {0, 0};
    }
}

} // namespace

bool isPlainYuv(const AVFrame& frame, const Colours& colours)
{
    const AVPixelFormat format = withoutRange(static_cast<AVPixelFormat>(frame.format));
    return !colours.needsMapping()
        && (format == AV_PIX_FMT_YUV420P || format == AV_PIX_FMT_YUV422P
            || format == AV_PIX_FMT_YUV444P);
}

void paintYuv(const AVFrame& frame, const Colours& colours, std::uint8_t* to)
{
    const Weights weights = weightsOf(colours);
    const ChromaShift shift = shiftOf(withoutRange(static_cast<AVPixelFormat>(frame.format)));
    const int chromaWidth = (frame.width + shift.x) >> shift.x;
    const int chromaHeight = (frame.height + shift.y) >> shift.y;
    const ChromaPlane cb{frame.data[1], frame.linesize[1], chromaWidth, chromaHeight};
    const ChromaPlane cr{frame.data[2], frame.linesize[2], chromaWidth, chromaHeight};
    const auto width = static_cast<std::size_t>(frame.width);
    std::vector<std::uint16_t> blended(static_cast<std::size_t>(chromaWidth) + 2);
    std::vector<std::int16_t> wideCb(width + 1);
    std::vector<std::int16_t> wideCr(width + 1);
    for (int y = 0; y < frame.height; ++y) {
        const Place place = placeOf(y, shift.y, colours.chromaY);
        blendRows(cb, place, blended.data());
        widen(blended.data(), shift.x, colours.chromaX, frame.width, wideCb.data());
        blendRows(cr, place, blended.data());
        widen(blended.data(), shift.x, colours.chromaX, frame.width, wideCr.data());
        weigh(frame.data[0] + std::int64_t{y} * frame.linesize[0], wideCb.data(), wideCr.data(),
              frame.width, weights, to + static_cast<std::size_t>(y) * width * 3);
    }
}

} // namespace tf::vision
