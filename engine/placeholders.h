#pragma once

// Which positions of a prompt stand for which part of its pictures and clips.
//
// Placeholders and media must match exactly, in order of appearance: a picture takes one unbroken
// run, a clip one for each temporal patch, and text may stand between them.

#include "engine/media.h"
#include "engine/model/vision_config.h"
#include "engine/sched/block.h"

#include <memory>
#include <span>

namespace tf::engine {

using MediaList = std::vector<std::shared_ptr<const Media>>;

struct Placement {
    std::size_t mediaIdx = 0;
    std::int64_t firstPosition = 0;
    std::int64_t numPositions = 0;
    std::int64_t firstFeature = 0; ///< of the media's feature rows
};

/// BadInput with the numbers where they do not match. Requires: media that checkMedia() lets pass.
/// Thread: any.
Result<std::vector<Placement>> placeMedia(std::span<const std::int32_t> tokens,
                                          const MediaList& media, const VisionConfig& config);

/// What tells the prefix cache that positions with the same tokens differ.
std::vector<MediaSpan> spansOf(const std::vector<Placement>& placements, const MediaList& media);

} // namespace tf::engine
