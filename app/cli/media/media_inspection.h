#pragma once

// What m3 inspect tells about a picture or clip: what it is, what it costs at each tier, its
// faults.

#include "engine/json/value.h"
#include "vision/media/facts.h"

#include <string>
#include <vector>

namespace tf::cli {

/// What a medium is at one tier.
struct TierCost {
    std::string name; ///< "low", "default", "high", "area"
    vision::Size size; ///< as the model sees it
    std::int64_t frames = 1; ///< of a clip at one a second
    std::int64_t tokens = 0;
    std::string refusal; ///< why it cannot be had; then the rest is empty
};

struct MediaInspection {
    std::string file;
    std::int64_t bytes = 0;
    vision::MediaFacts facts;
    std::vector<TierCost> tiers;
};

/// Nothing of it is decoded but a frame. Blocks: until it is probed.
Result<MediaInspection> inspectMedium(const std::string& path);

/// A short table for people, ending in a newline.
[[nodiscard]] std::string asTable(const MediaInspection& inspection);

[[nodiscard]] json::Value asJson(const MediaInspection& inspection);

} // namespace tf::cli
