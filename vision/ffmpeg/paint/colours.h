#pragma once

// What the numbers of a decoded frame mean: matrix, range, light curve, primaries, chroma places.

#include "kernels/base/result.h"
#include "vision/ffmpeg/handles.h"

#include <cstdint>

namespace tf::vision {

enum class Light : std::uint8_t { Sdr, Pq, Hlg };
enum class Gamut : std::uint8_t { Bt709, Bt2020, DisplayP3 };
enum class Range : std::uint8_t { Limited, Full };

struct Colours {
    int matrix = 0; ///< one of SWS_CS_…
    Range range = Range::Limited;
    Light light = Light::Sdr;
    Gamut gamut = Gamut::Bt709;
    /// Of a chroma sample in 1/256 of a luma pixel from the first one's centre.
    int chromaX = 0;
    int chromaY = 128;

    /// More than a matrix is needed to show it on an ordinary screen.
    [[nodiscard]] bool needsMapping() const { return light != Light::Sdr || gamut != Gamut::Bt709; }
    bool operator==(const Colours&) const = default;
};

/// What the frame says of itself. Where it is silent: BT.709 from 720 lines on and BT.601 below,
/// limited range, chroma beside the left of each pair. Unsupported for YCgCo and the like.
Result<Colours> coloursOf(const AVFrame& frame);

/// The same format under the name that does not tell the range.
AVPixelFormat withoutRange(AVPixelFormat format);

} // namespace tf::vision
