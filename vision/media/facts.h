#pragma once

// What is known of a medium once it was probed, before any of it goes to the model.

#include "vision/picture/picture.h"
#include "vision/picture/size_wish.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace tf::vision {

struct PictureFacts {
    std::string format; ///< "PNG", "JPEG", "WebP", "BMP", "GIF", "TIFF", "SVG"
    Size size; ///< upright
    std::int32_t bits = 8; ///< per channel as stored
    std::int64_t frames = 1; ///< of an animation; the first is what is seen
    bool hasAlpha = false;
    bool wasTurned = false; ///< its metadata says so
    /// Of an animation that is a clip elsewhere: the limit that it is beyond, or what is wrong.
    std::string whyNoClip;
};

struct ClipFacts {
    std::string container; ///< "MP4", "Matroska", …
    std::string codec; ///< "H.264", …
    Size size; ///< upright, pixels square
    std::string pixelFormat;
    double duration = 0; ///< seconds, from the first frame's time to the end of the last
    double frameRate = 0; ///< average
    std::int32_t rotation = 0; ///< degrees clockwise that it was turned by
    bool isHdr = false;
    bool isInterlaced = false;
    bool hasAudio = false; ///< the model does not hear it
    /// Times of all frames in seconds from the first, ascending; found without decoding.
    std::vector<double> times;
    /// Empty, or what was wrong: where the file ends early, times that jump.
    std::vector<std::string> faults;
};

using MediaFacts = std::variant<PictureFacts, ClipFacts>;

/// Bounds on what is decoded. What is beyond one is refused by its name.
struct MediaLimits {
    std::int64_t picturePixels = 64LL * 1000 * 1000;
    std::int64_t sourceBytes = 2LL * 1024 * 1024 * 1024;
    double clipSeconds = 600;
    std::int64_t clipFrames = 200'000; ///< in the file
    std::int64_t keptFrames = 512;
    std::int64_t framePixels = 8192LL * 4352;
};

} // namespace tf::vision
