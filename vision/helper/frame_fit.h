#pragma once

// Frames of a clip brought to the size that is wished for, straight to where they shall lie.
//
// The weights of the resampling and the memory between are made once for a clip. Thread: one at a
// time.

#include "vision/ffmpeg/clip_reader.h"
#include "vision/picture/resampler.h"

#include <optional>

namespace tf::vision {

class FrameFit {
public:
    /// BadInput when a frame of that size has no room in so many bytes.
    static Result<FrameFit> make(Size native, Size fitted, std::int64_t roomBytes);

    [[nodiscard]] Size size() const { return m_fitted; }
    [[nodiscard]] std::int64_t numBytes() const { return m_fitted.area() * 3; }
    /// `to` holds numBytes().
    Result<> write(const ClipFrame& frame, std::uint8_t* to);

private:
    FrameFit(Size native, Size fitted);

    Size m_native;
    Size m_fitted;
    std::vector<std::uint8_t> m_rgb; ///< the native frame; empty when it is of the right size
    std::optional<Resampler> m_resampler;
};

/// The largest size of the same shape inside a box; never larger than the source.
[[nodiscard]] Size insideBox(Size source, Size box);

} // namespace tf::vision
