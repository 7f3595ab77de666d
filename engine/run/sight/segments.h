#pragma once

// Which patches of a picture or a clip see each other, and where each of them stands.

#include "engine/media.h"

#include <cstdint>
#include <vector>

namespace tf::engine {

/// Whole temporal patches, neighbours in time.
struct Segment {
    std::int64_t firstRow = 0;
    std::int32_t frames = 0;
};

/// Of at most `maxFrames` temporal patches each, in order.
std::vector<Segment> segmentsOf(const MediaGrid& grid, std::int32_t maxFrames);

/// Time, height and width of each patch of a segment, in the order of the rows; time counts from
/// the segment's begin. Requires: height and width are multiples of `merge`.
std::vector<std::int32_t> placesIn(const Segment& segment, const MediaGrid& grid,
                                   std::int32_t merge);

} // namespace tf::engine
