#include "vision/picture/size_wish.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <cmath>

namespace tf::vision {

namespace {

constexpr double kMaxRatio = 200;
constexpr std::int64_t kMinArea = 4 * kPixelsPerToken;
constexpr std::int64_t kMaxArea = std::int64_t{3584} * 3584;
constexpr double kMinShortSide = 112;

struct TierCap {
    MediaKind kind;
    Tier tier;
    std::int64_t longSide;
};
constexpr TierCap kTiers[] = {
    {MediaKind::Picture, Tier::Low, 672},   {MediaKind::Picture, Tier::Default, 2016},
    {MediaKind::Picture, Tier::High, 3584}, {MediaKind::Clip, Tier::Low, 504},
    {MediaKind::Clip, Tier::Default, 1008}, {MediaKind::Clip, Tier::High, 2016},
};

/// Sides before it is known whether they are allowed.
struct Sides {
    std::int64_t width = 0;
    std::int64_t height = 0;

    [[nodiscard]] bool isOver(std::int64_t area) const
    {
        return static_cast<double>(width) * static_cast<double>(height) > static_cast<double>(area);
    }
};

Error areaError(Size source, std::string_view what)
{
    return {Code::BadInput,
            words("area: ", source.width, " x ", source.height, " would be ", what,
                  "; choose a smaller tier, or crop it")};
}

std::int64_t steps(double rounded)
{
    return static_cast<std::int64_t>(rounded) * kSideStep;
}

/// The nearest multiple, halves to even, never nothing.
std::int64_t nearestSide(double side)
{
    return std::max<std::int64_t>(kSideStep, steps(std::nearbyint(side / kSideStep)));
}

Result<Size> checkedSize(Size source, Sides sides, std::int64_t maxArea)
{
    if (sides.width < kSideStep || sides.height < kSideStep)
        return areaError(source, "too narrow to see at so few pixels");
    if (sides.isOver(maxArea))
        return areaError(
            source, words(sides.width, " x ", sides.height, ", more than ", maxArea, " pixels"));
    return Size{static_cast<std::int32_t>(sides.width), static_cast<std::int32_t>(sides.height)};
}

Result<Size> fittedByArea(Size source, std::int64_t cap)
{
    if (cap < kMinArea || cap > kMaxArea)
        return Error(
            Code::BadInput,
            words("a bound of ", cap, " pixels is not between ", kMinArea, " and ", kMaxArea));
    const double width = source.width;
    const double height = source.height;
    Sides sides{nearestSide(width), nearestSide(height)};
    if (sides.isOver(cap)) {
        const double by = std::sqrt(height * width / static_cast<double>(cap));
        sides = {steps(std::floor(width / by / kSideStep)),
                 steps(std::floor(height / by / kSideStep))};
    } else if (!sides.isOver(kMinArea - 1)) {
        const double by = std::sqrt(static_cast<double>(kMinArea) / (height * width));
        sides = {steps(std::ceil(width * by / kSideStep)),
                 steps(std::ceil(height * by / kSideStep))};
    }
    return checkedSize(source, sides, kMaxArea);
}

Result<Size> fittedByLongSide(Size source, std::int64_t cap)
{
    if (cap <= 0 || cap % kSideStep != 0)
        return Error(Code::BadInput,
                     words("a long side of ", cap, " is not a positive multiple of ", kSideStep));
    const double width = source.width;
    const double height = source.height;
    double by = 1;
    if (const double longSide = std::max(width, height); longSide > static_cast<double>(cap))
        by = static_cast<double>(cap) / longSide;
    else if (const double shortSide = std::min(width, height); shortSide < kMinShortSide)
        by = kMinShortSide / shortSide;
    return checkedSize(source, {nearestSide(width * by), nearestSide(height * by)}, kMaxArea);
}

/// Before any rule, as the reference does.
Result<> checkRatio(Size source)
{
    const double longSide = std::max(source.width, source.height);
    const double shortSide = std::min(source.width, source.height);
    if (longSide / shortSide > kMaxRatio)
        return Error(Code::BadInput,
                     words("ratio: ", source.width, " x ", source.height,
                           " is more than 200 times as long as it is wide; crop it"));
    return {};
}

} // namespace

SizeWish tierWish(MediaKind kind, Tier tier)
{
    const auto* cap = std::find_if(std::begin(kTiers), std::end(kTiers), [&](const TierCap& one) {
        return one.kind == kind && one.tier == tier;
    });
    return {SizeRule::LongSide, cap->longSide};
}

SizeWish areaWish(MediaKind kind)
{
    return {SizeRule::Area, (kind == MediaKind::Picture ? 576 : 768) * kPixelsPerToken};
}

Result<Size> fittedSize(Size source, const SizeWish& wish)
{
    if (source.width <= 0 || source.height <= 0)
        return Error(Code::BadInput,
                     words("a picture of ", source.width, " x ", source.height, " has no pixels"));
    if (wish.rule == SizeRule::Native)
        return source;
    TRY(checkRatio(source));
    return wish.rule == SizeRule::Area ? fittedByArea(source, wish.cap)
                                       : fittedByLongSide(source, wish.cap);
}

} // namespace tf::vision
