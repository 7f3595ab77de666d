#pragma once

// A decoded frame into upright sRGB: fields woven, colours mapped, alpha on white, size, turn.
//
// Keeps what the next frame of the same kind can use again. Thread: one at a time.

#include "kernels/base/result.h"
#include "vision/ffmpeg/paint/scaler.h"
#include "vision/ffmpeg/paint/tone_map.h"
#include "vision/picture/turn.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace tf::vision {

class Painter {
public:
    explicit Painter(Turn turn)
        : m_turn(turn)
    {
    }

    /// Into `to`, width * height * 3 bytes. `before` is the frame before it, or nullptr; only
    /// interlaced frames look at it.
    Result<> paint(const AVFrame& frame, const AVFrame* before, Size upright, Finish finish,
                   std::uint8_t* to);
    /// Brightness alone, of a frame that has no such plane of its own. Valid until the next call.
    Result<const Rows*> grey(const AVFrame& frame);

private:
    PictureView plain(const AVFrame& frame, const Colours& colours, Size lying);
    Result<PictureView> colour(const AVFrame& frame, const Colours& colours, Size lying,
                               Finish finish);
    Result<PictureView> mapLight(const AVFrame& frame, const Colours& colours, Size lying,
                                 Finish finish);
    Result<PictureView> layOnWhite(const AVFrame& frame, const Colours& colours, Size lying,
                                   Finish finish);

    Turn m_turn;
    Scaler m_scaler;
    Scaler m_greyScaler;
    UniqueAvFrame m_whole; ///< of the last interlaced frame
    std::vector<std::uint8_t> m_rgb;
    std::optional<ToneMap> m_toneMap;
    Colours m_mapped; ///< what the tone map is for
};

} // namespace tf::vision
