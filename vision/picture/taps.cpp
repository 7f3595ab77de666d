#include "vision/picture/taps.h"

#include <algorithm>
#include <cmath>

namespace tf::vision {

namespace {

constexpr double kSupport = 2.0;
constexpr double kKeys = -0.5;

double cubic(double x)
{
    x = std::abs(x);
    if (x < 1.0)
        return ((kKeys + 2.0) * x - (kKeys + 3.0)) * x * x + 1;
    if (x < 2.0)
        return (((x - 5) * x + 8) * x - 4) * kKeys;
    return 0.0;
}

/// Halves away from zero.
std::int32_t wholeWeight(double weight)
{
    const double scaled = weight * (1 << kWeightBits);
    return static_cast<std::int32_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}

double scaleOf(std::int32_t from, std::int32_t to)
{
    return static_cast<double>(from) / to;
}

std::int32_t mostTaps(double stretch)
{
    return static_cast<std::int32_t>(std::ceil(kSupport * stretch)) * 2 + 1;
}

void fillPlace(Taps& taps, std::int32_t place, std::vector<double>& scratch)
{
    const double scale = scaleOf(taps.from, taps.to);
    const double stretch = std::max(scale, 1.0);
    const double support = kSupport * stretch;
    const double inverse = 1.0 / stretch;
    const double centre = (place + 0.5) * scale;
    const auto first = std::max(0, static_cast<std::int32_t>(centre - support + 0.5));
    const auto end = std::min(taps.from, static_cast<std::int32_t>(centre + support + 0.5));

    double sum = 0;
    scratch.clear();
    for (std::int32_t idx = 0; idx < end - first; ++idx) {
        scratch.push_back(cubic((idx + first - centre + 0.5) * inverse));
        sum += scratch.back();
    }
    std::int32_t* weights = taps.weights.data() + static_cast<std::int64_t>(place) * taps.most;
    for (const double weight : scratch)
        *weights++ = wholeWeight(sum != 0.0 ? weight / sum : weight);
    taps.first.push_back(first);
    taps.count.push_back(end - first);
}

/// What the formula gives here, without the zeros around it.
Taps sameTaps(std::int32_t length)
{
    Taps taps;
    taps.from = length;
    taps.to = length;
    taps.most = 1;
    for (std::int32_t place = 0; place < length; ++place)
        taps.first.push_back(place);
    taps.count.assign(static_cast<std::size_t>(length), 1);
    taps.weights.assign(static_cast<std::size_t>(length), 1 << kWeightBits);
    return taps;
}

} // namespace

std::int64_t numWeights(std::int32_t from, std::int32_t to)
{
    return std::int64_t{to} * mostTaps(std::max(scaleOf(from, to), 1.0));
}

Taps tapsOf(std::int32_t from, std::int32_t to)
{
    if (from == to)
        return sameTaps(from);
    Taps taps;
    taps.from = from;
    taps.to = to;
    taps.most = mostTaps(std::max(scaleOf(from, to), 1.0));
    taps.weights.assign(static_cast<std::size_t>(numWeights(from, to)), 0);
    std::vector<double> scratch;
    for (std::int32_t place = 0; place < to; ++place)
        fillPlace(taps, place, scratch);
    return taps;
}

} // namespace tf::vision
