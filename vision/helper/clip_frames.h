#pragma once

// The frames of a clip that were asked for: by index, at even times, or where something happens.
//
// Each is brought to its size and put into a slot; the clip is read once. What changes when is told
// without a pixel.

#include "vision/helper/clip_reading.h"

namespace tf::vision {

Result<ClipDone> showFrames(ClipReading& reading, const FramesAsk& ask, const MediaLimits& limits);
Result<ClipDone> showMoments(ClipReading& reading, const MomentsAsk& ask,
                             const MediaLimits& limits);
/// `reading` may leave frames out.
Result<ClipDone> showChanges(ClipReading& reading, const ChangesAsk& ask);
Result<ClipDone> showThumbnails(ClipReading& reading, const ThumbnailsAsk& ask);

} // namespace tf::vision
