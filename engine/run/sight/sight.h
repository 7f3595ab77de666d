#pragma once

// The vision model's pass over one picture or clip: bytes of patches in, feature rows out.
//
// Memory is taken for the look and given back. Thread: the rank's.

#include "engine/media.h"
#include "engine/run/features.h"
#include "engine/run/sight/sight_probe.h"
#include "engine/run/sight/tower.h"

namespace tf::engine {

/// How far a look is: rows times layers, of all there are. An error stops it.
using SightSink = std::function<Result<>(std::int64_t done, std::int64_t total)>;

/// What goes with one look. Any of it may be empty.
struct SightWatch {
    SightSink progress;
    CancelToken cancel;
    SightProbe probe;
};

/// BadInput unless a model of that config can look at it.
Result<> checkMedia(const Media& media, const VisionConfig& config);

/// Cancelled before a chunk of a layer at the latest. Requires: checkMedia().
Result<FeatureRows> lookAt(const Media& media, const SightParts& parts, const SightWatch& watch);

} // namespace tf::engine
