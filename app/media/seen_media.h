#pragma once

// A picture or a clip as the model sees it: decoded elsewhere, sized, cut into patches, with the
// times of a clip's pairs.
//
// Of a clip two frames in a row share a pair; a moment stands in both halves of its own, so that
// what was before a change and after it never share one. Pixels are kept for no more than a frame.

#include "engine/media.h"
#include "vision/client/decoder.h"
#include "vision/clip/clip_plan.h"

namespace tf::app {

struct SeenMedium {
    std::shared_ptr<const engine::Media> media;
    std::int64_t tokens = 0; ///< of the picture, or of each pair; without the marks around them
    std::vector<std::string> stamps; ///< of a clip: seconds of each pair, "2.0"
    vision::Size size; ///< as it is seen
    std::vector<std::string> notes; ///< what is wrong with the file, what of it is left out
};

enum class ClipFrames : std::uint8_t {
    Rate, ///< so many a second
    Events, ///< where something happens on the screen
};

struct ClipLook {
    ClipFrames frames = ClipFrames::Rate;
    double fps = 1; ///< Rate: 0.2 to 5
    vision::SizeWish wish;
    vision::ClipBudget budget; ///< Rate
    vision::TokenCounter count; ///< for the time stamps; needed with a budget
};

/// Frames of a clip that were read so far, and how many it has.
using FramesRead = std::function<void(std::int64_t done, std::int64_t total)>;

/// So many frames a second, the last one always, no more than are kept of a clip.
[[nodiscard]] vision::FrameRule frameRule(double fps);

/// Thread: any. Blocks: until it is decoded.
Result<SeenMedium> seePicture(const vision::Decoder& decoder, const vision::Source& source,
                              const vision::SizeWish& wish, const CancelToken& cancel);

/// A frame of a clip as it was sent, in a picture file of its own.
struct StampedPicture {
    double seconds = 0;
    const std::string* file = nullptr;
};

/// Two in a row share a pair; one that shall have a pair of its own stands there twice. They are
/// seen as large as they are. Thread: any. Blocks: until all are decoded.
Result<SeenMedium> seeFrames(const vision::Decoder& decoder, std::span<const StampedPicture> frames,
                             const CancelToken& cancel, const FramesRead& progress = {});

/// `facts` are those that the decoder gave of this source. Thread: any. Blocks: until it is read.
Result<SeenMedium> seeClip(const vision::Decoder& decoder, const vision::Source& source,
                           const vision::ClipFacts& facts, const ClipLook& look,
                           const CancelToken& cancel, const FramesRead& progress = {});

} // namespace tf::app
