#pragma once

// When each frame of a clip is shown, found by reading its packets without decoding any.
//
// Packets that an edit list cuts away and frames that are never shown do not count. Files that
// tell only the order of decoding (AVI) are counted through: as many frames, the same times.
// Blocks: reads the whole clip.

#include "kernels/base/result.h"
#include "vision/ffmpeg/container.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tf::vision {

enum class TimesFrom : std::uint8_t {
    Stamps, ///< a frame is found by its own time
    Order, ///< the n-th frame that comes out has the n-th time
};

struct FrameTimes {
    TimesFrom from = TimesFrom::Stamps;
    std::vector<std::int64_t> ticks; ///< ascending, on the clock of the video stream
    std::vector<std::int64_t> keyTicks; ///< those of key frames, ascending
    double tickSeconds = 0;
    double duration = 0; ///< seconds, to the end of the last frame
    std::vector<std::string> faults;

    [[nodiscard]] double secondsAt(std::int64_t tick) const;
    /// Where decoding has to begin for the frame of a tick.
    [[nodiscard]] std::int64_t keyTickAt(std::int64_t tick) const;
    /// The frame that is shown at a tick, or the first.
    [[nodiscard]] std::int64_t indexAt(std::int64_t tick) const;
    /// The place of a frame with this tick that comes after another place; -1 when it has none.
    /// Several frames may have one tick where the clock is coarse.
    [[nodiscard]] std::int64_t indexAfter(std::int64_t place, std::int64_t tick) const;
};

/// A packet that becomes a frame on the screen.
bool isShown(const AVPacket& packet, AVCodecID codec);

/// BadInput names the limit that the clip is beyond; Corrupt when there is no frame in it.
Result<FrameTimes> scanFrameTimes(const Source& source, const MediaLimits& limits);

/// "12.3": seconds as faults and errors say them.
std::string saySeconds(double seconds);

} // namespace tf::vision
