#pragma once

// A picture or a clip as the model would see it, without a pixel of it decoded: its tokens, its
// times.
//
// Told from what the file's head says, by the rules that seen media obey. Thread: any.

#include "app/media/seen_media.h"

namespace tf::app {

/// Without media.
Result<SeenMedium> measuredPicture(const vision::PictureFacts& facts, const vision::SizeWish& wish);
/// The same. Requires: it is looked at by its rate.
Result<SeenMedium> measuredClip(const vision::ClipFacts& facts, const ClipLook& look);
/// The same of a clip whose frames are pictures, two in a row a pair.
[[nodiscard]] SeenMedium measuredFrames(vision::Size size, std::span<const double> times);

} // namespace tf::app
