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

} // namespace tf::app
