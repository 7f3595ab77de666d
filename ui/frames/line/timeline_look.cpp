#include "ui/frames/line/timeline_look.h"

#include <algorithm>
#include <cmath>

namespace tf::ui {

std::int64_t nearestTime(const std::vector<double>& times, double time)
{
    const auto after = std::lower_bound(times.begin(), times.end(), time);
    if (after == times.begin())
        return times.empty() ? -1 : 0;
    const bool isBefore = after == times.end() || time - *(after - 1) <= *after - time;
    return (isBefore ? after - 1 : after) - times.begin();
}

bool showsMoment(const std::vector<double>& sent, double time)
{
    const std::int64_t nearest = nearestTime(sent, time);
    return nearest >= 0
        && std::abs(sent[static_cast<std::size_t>(nearest)] - time) <= kCitedWithin + 1e-9;
}

} // namespace tf::ui
