#include "vision/client/slot_room.h"

#include <algorithm>

namespace tf::vision {

namespace {

constexpr std::int64_t kPage = 4096;
constexpr std::int64_t kAllSlotBytes = 256LL << 20;
constexpr std::int32_t kClipSlots = 3; ///< one is shown, one waits, one is written
/// Rounding sides up to the step adds less than this to a picture of the largest area and ratio.
constexpr std::int64_t kRoundingPixels = 2'000'000;
/// A narrow picture is enlarged until its short side has 112 pixels; the long one has 200 times
/// as many at most.
constexpr std::int64_t kEnlargedPixels = 4'000'000;

std::int64_t mostPixels(const SizeWish& wish, std::int64_t sourcePixels)
{
    const auto native = sourcePixels + kRoundingPixels;
    switch (wish.rule) {
    case SizeRule::Native:
        return native;
    case SizeRule::Area:
        return std::min(wish.cap, native) + kRoundingPixels;
    case SizeRule::LongSide: {
        const auto side = std::min<std::int64_t>(wish.cap, 1 << 20) + kSideStep;
        return std::max(std::min(native, side * side), kEnlargedPixels);
    }
    }
    UNREACHABLE();
}

SlotLayout layout(std::int64_t pixels, std::int32_t most)
{
    const auto bytes = std::min((pixels * 3 + kPage - 1) / kPage * kPage, kMostSlotBytes);
    const auto fitting = std::max<std::int64_t>(kAllSlotBytes / bytes, 1);
    return {static_cast<std::int32_t>(std::min<std::int64_t>(most, fitting)), bytes};
}

struct Room {
    const MediaLimits& limits;

    SlotLayout operator()(const ProbeAsk& /*ask*/) const { return {}; }
    SlotLayout operator()(const PictureAsk& ask) const
    {
        return layout(mostPixels(ask.wish, limits.picturePixels), 1);
    }
    SlotLayout operator()(const FramesAsk& ask) const
    {
        return layout(mostPixels(ask.wish, limits.framePixels), kClipSlots);
    }
    SlotLayout operator()(const MomentsAsk& ask) const
    {
        return layout(mostPixels(ask.wish, limits.framePixels), kClipSlots);
    }
    SlotLayout operator()(const ThumbnailsAsk& ask) const
    {
        return layout(std::max<std::int64_t>(ask.box.area(), 1), kClipSlots);
    }
    SlotLayout operator()(const WatchAsk& ask) const
    {
        return layout(std::max<std::int64_t>(ask.box.area(), 1), kClipSlots);
    }
    SlotLayout operator()(const ChangesAsk& /*ask*/) const { return layout(1, 1); }
};

} // namespace

SlotLayout slotsFor(const Ask& ask, const MediaLimits& limits)
{
    return std::visit(Room{limits}, ask);
}

} // namespace tf::vision
