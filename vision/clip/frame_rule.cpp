#include "vision/clip/frame_rule.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace tf::vision {

namespace {

constexpr double kSlack = 1e-4; ///< seconds, for times that are rounded

/// As the vendor thins: steps of equal length, cut to whole places, and the last one.
std::vector<std::int64_t> thinned(const std::vector<std::int64_t>& kept, std::int64_t most)
{
    const std::int64_t before = std::max<std::int64_t>(most, 1) - 1;
    const double step = static_cast<double>(kept.size()) / static_cast<double>(before);
    std::vector<std::int64_t> fewer;
    for (std::int64_t idx = 0; idx < before; ++idx)
        fewer.push_back(kept[static_cast<std::size_t>(static_cast<double>(idx) * step)]);
    fewer.push_back(kept.back());
    return fewer;
}

} // namespace

std::vector<std::int64_t> keptFrames(std::span<const double> times, const FrameRule& rule)
{
    std::vector<std::int64_t> kept;
    const double interval = 1.0 / rule.fps;
    double lastKept = 0;
    for (std::size_t idx = 0; idx < times.size(); ++idx) {
        const double gone = times[idx] - lastKept;
        const bool ends = idx + 1 == times.size() && rule.last == LastFrame::Always;
        if (idx > 0 && gone < interval - kSlack && !(ends && gone > kSlack))
            continue;
        kept.push_back(static_cast<std::int64_t>(idx));
        lastKept = times[idx];
    }
    if (rule.maxFrames && static_cast<std::int64_t>(kept.size()) > *rule.maxFrames)
        return thinned(kept, *rule.maxFrames);
    return kept;
}

std::vector<std::string> pairStamps(std::span<const double> keptTimes)
{
    std::vector<std::string> stamps;
    for (std::size_t idx = 0; idx < keptTimes.size(); idx += 2) {
        char digits[350];
        const auto written = std::to_chars(std::begin(digits), std::end(digits), keptTimes[idx],
                                           std::chars_format::fixed, 1);
        stamps.emplace_back(digits, written.ptr);
    }
    return stamps;
}

} // namespace tf::vision
