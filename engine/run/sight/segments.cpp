#include "engine/run/sight/segments.h"

#include <algorithm>

namespace tf::engine {

std::vector<Segment> segmentsOf(const MediaGrid& grid, std::int32_t maxFrames)
{
    std::vector<Segment> segments;
    const std::int64_t rowsOfFrame = std::int64_t(grid.height) * grid.width;
    for (std::int32_t frame = 0; frame < grid.frames; frame += maxFrames)
        segments.push_back({frame * rowsOfFrame, std::min(maxFrames, grid.frames - frame)});
    return segments;
}

std::vector<std::int32_t> placesIn(const Segment& segment, const MediaGrid& grid,
                                   std::int32_t merge)
{
    std::vector<std::int32_t> places;
    places.reserve(static_cast<std::size_t>(segment.frames) * static_cast<std::size_t>(grid.height)
                   * static_cast<std::size_t>(grid.width) * 3);
    const auto addBlock = [&](std::int32_t frame, std::int32_t top, std::int32_t left) {
        for (std::int32_t inner = 0; inner < merge * merge; ++inner)
            places.insert(places.end(), {frame, top + inner / merge, left + inner % merge});
    };
    for (std::int32_t frame = 0; frame < segment.frames; ++frame) {
        for (std::int32_t top = 0; top < grid.height; top += merge) {
            for (std::int32_t left = 0; left < grid.width; left += merge)
                addBlock(frame, top, left);
        }
    }
    return places;
}

} // namespace tf::engine
