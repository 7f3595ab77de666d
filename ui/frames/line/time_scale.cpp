#include "ui/frames/line/time_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tf::ui {

namespace {

constexpr double kClosest = 0.5; ///< seconds in sight
constexpr std::array<double, 18> kSteps{0.1, 0.2, 0.5, 1,   2,   5,    10,   15,   30,
                                        60,  120, 300, 600, 900, 1800, 3600, 7200, 36'000};

} // namespace

double TimeScale::xOf(double time) const
{
    const double span = to - from;
    return span > 0 ? left + width * (time - from) / span : left;
}

double TimeScale::timeAt(double x) const
{
    const double time = from + (to - from) * (x - left) / std::max(width, 1.0);
    return std::clamp(time, 0.0, std::max(duration, 0.0));
}

void TimeScale::zoom(double factor, double around)
{
    const double least = std::min(kClosest, duration);
    const double span = std::clamp((to - from) / factor, least, std::max(duration, least));
    const double share = to > from ? (around - from) / (to - from) : 0;
    from = around - share * span;
    to = from + span;
    moveBy(0);
}

void TimeScale::moveBy(double seconds)
{
    const double span = to - from;
    from = std::clamp(from + seconds, 0.0, std::max(duration - span, 0.0));
    to = from + span;
}

void TimeScale::reveal(double time)
{
    if (time < from)
        moveBy(time - from);
    else if (time > to)
        moveBy(time - to);
}

void TimeScale::fit()
{
    from = 0;
    to = duration;
}

std::vector<double> TimeScale::marks(double leastApart) const
{
    std::vector<double> times;
    const double span = to - from;
    if (span <= 0)
        return times;
    const auto step = std::find_if(kSteps.begin(), kSteps.end(), [&](double seconds) {
        return seconds * width / span >= leastApart;
    });
    if (step == kSteps.end())
        return times;
    for (auto idx = static_cast<long>(std::ceil(from / *step - 1e-9)); double(idx) * *step <= to;
         ++idx)
        times.push_back(double(idx) * *step);
    return times;
}

} // namespace tf::ui
