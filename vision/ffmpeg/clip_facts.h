#pragma once

// What a clip's header and first frame say of it, as ClipFacts.

#include "kernels/base/result.h"
#include "vision/ffmpeg/container.h"
#include "vision/picture/turn.h"

namespace tf::vision {

/// How the clip wants to be turned: its stream says so, or its first frame.
Turn turnOfClip(const AVStream& stream, const AVFrame& first);

/// All but times; BadInput when it is larger than the limits allow.
Result<ClipFacts> factsOf(const Container& container, const AVFrame& first, const Turn& turn,
                          const MediaLimits& limits);

} // namespace tf::vision
