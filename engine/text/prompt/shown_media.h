#pragma once

// What stands in a prompt for a picture or a clip: marks, times, and a placeholder for each token.
//
// The template writes one placeholder a medium; here it becomes as many as the model will see. All
// of it is ours, so that its marks are control tokens; the same letters in a person's text are not.

#include "engine/text/prompt/segments.h"
#include "kernels/base/result.h"

namespace tf::text {

struct ShownMedium {
    SegmentKind kind = SegmentKind::Image; ///< Image or Video
    std::int64_t tokens = 0; ///< of the picture, or of each pair of frames
    std::vector<std::string> stamps = {}; ///< of a clip: seconds of each pair, "2.0"
};

[[nodiscard]] std::string textOf(const ShownMedium& medium);

/// Every placeholder of a rendered prompt widened, in order. BadInput when there are more or fewer
/// of them than media, or of the other kind. Thread: any.
Result<std::vector<Segment>> withMedia(std::vector<Segment> segments,
                                       std::span<const ShownMedium> media);

} // namespace tf::text
