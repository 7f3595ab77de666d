#pragma once

// Two fields that were taken at two moments, made into the picture of the first moment.
//
// A line of the later field stays where it does not stand out from its neighbours like a tooth of
// a comb, or where nothing has moved since the frame before; else it is the mean of its
// neighbours. So still text keeps every line and only what moves loses half of them.

#include "kernels/base/result.h"
#include "vision/ffmpeg/handles.h"

namespace tf::vision {

/// The frame itself says that it is made of fields, and its format can be taken apart here.
bool isWoven(const AVFrame& frame);

/// `before` may be nullptr. Requires: isWoven(frame).
Result<UniqueAvFrame> unweave(const AVFrame& frame, const AVFrame* before);

} // namespace tf::vision
