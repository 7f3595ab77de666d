#pragma once

// What stands behind a ClipFrame: the decoded picture, its place in time, and who paints it.

#include "vision/ffmpeg/clip_reader.h"
#include "vision/ffmpeg/handles.h"
#include "vision/ffmpeg/paint/painter.h"

#include <array>
#include <memory>
#include <vector>

namespace tf::vision {

class ClipFrame::Held {
public:
    UniqueAvFrame frame;
    UniqueAvFrame before; ///< of an interlaced frame: another hold on the one before it
    std::int64_t index = 0;
    double time = 0;
    Size upright;
    /// Shared and changing: its tables and buffers serve all frames of a reader, and one thread at
    /// a time uses a reader with its frames.
    std::shared_ptr<Painter> painter;
    mutable std::array<std::vector<std::uint8_t>, 3> narrowed; ///< planes of a deep format
};

} // namespace tf::vision
