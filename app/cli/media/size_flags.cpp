#include "app/cli/media/size_flags.h"

#include "kernels/base/words.h"

#include <array>
#include <limits>

namespace tf::cli {

namespace {

using vision::SizeRule;
using vision::SizeWish;
using vision::Tier;

constexpr std::array<std::pair<std::string_view, Tier>, 3> kTierNames = {
    {{"default", Tier::Default}, {"low", Tier::Low}, {"high", Tier::High}}};

} // namespace

SizeWish readSizeFlags(Options& options, vision::MediaKind kind)
{
    const auto wishes = readSizeWishes(options);
    return kind == vision::MediaKind::Picture ? wishes.picture : wishes.clip;
}

SizeWishes readSizeWishes(Options& options)
{
    const auto tierWishes = [](Tier tier) {
        return SizeWishes{tierWish(vision::MediaKind::Picture, tier),
                          tierWish(vision::MediaKind::Clip, tier)};
    };
    const auto tier = options.text("--tier");
    const auto longSide =
        options.number("--long-side", 0, vision::kSideStep, std::numeric_limits<int>::max());
    const bool isArea = options.flag("--area");
    if ((tier ? 1 : 0) + (longSide > 0 ? 1 : 0) + (isArea ? 1 : 0) > 1)
        options.blame("--tier, --long-side and --area exclude one another");
    if (longSide > 0)
        return {{SizeRule::LongSide, longSide}, {SizeRule::LongSide, longSide}};
    if (isArea)
        return {areaWish(vision::MediaKind::Picture), areaWish(vision::MediaKind::Clip)};
    for (const auto& [name, value] : kTierNames) {
        if (!tier || *tier == name)
            return tierWishes(value);
    }
    options.blame(words("--tier ", *tier, ": choose one of low, default, high"));
    return tierWishes(Tier::Default);
}

std::string sizeWords(const SizeWish& wish)
{
    switch (wish.rule) {
    case SizeRule::Native:
        return "as it is";
    case SizeRule::Area:
        return words("area ", wish.cap);
    case SizeRule::LongSide:
        return words("long side ", wish.cap);
    }
    UNREACHABLE();
}

} // namespace tf::cli
