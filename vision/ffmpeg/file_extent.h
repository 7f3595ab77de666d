#pragma once

// Whether a clip's file ends before its own outermost parts do: the sign of a download or a
// recording that was cut off.
//
// FFmpeg reads such files to their end and is content. Looks at sizes alone: MP4 boxes, the
// Matroska segment, the RIFF chunk, GIF's last byte.

#include "kernels/base/result.h"
#include "vision/media/source.h"

namespace tf::vision {

/// False too when the file does not tell how long it shall be.
Result<bool> isCutOff(const Source& source);

} // namespace tf::vision
