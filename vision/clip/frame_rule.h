#pragma once

// Which frames of a clip the model sees, by their times alone: the vendor's rule.
//
// A frame is kept when it comes at least an interval after the last kept one; the clip's last
// frame is always kept. Two consecutive kept frames make a pair, stamped with the time of its
// first.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tf::vision {

enum class LastFrame : std::uint8_t { Always, AsItComes };

struct FrameRule {
    double fps = 1.0; ///< 0.2 to 5
    LastFrame last = LastFrame::Always;
    std::optional<std::int64_t> maxFrames; ///< thinned evenly to so many, applied last
};

/// The indices of the frames that are kept. Requires: times do not go back.
std::vector<std::int64_t> keptFrames(std::span<const double> times, const FrameRule& rule);

/// Pairs that so many frames make; an odd last one is its own partner.
inline std::int64_t pairsOf(std::int64_t frames)
{
    return (frames + 1) / 2;
}

/// Seconds with one decimal, as the template writes them, of the first frame of each pair.
std::vector<std::string> pairStamps(std::span<const double> keptTimes);

} // namespace tf::vision
