#include "app/media/measured_media.h"

namespace tf::app {

Result<SeenMedium> measuredPicture(const vision::PictureFacts& facts, const vision::SizeWish& wish)
{
    SeenMedium medium;
    medium.size = TRY(fittedSize(facts.size, wish));
    medium.tokens = tokensOf(medium.size);
    return medium;
}

Result<SeenMedium> measuredClip(const vision::ClipFacts& facts, const ClipLook& look)
{
    CHECK(look.frames == ClipFrames::Rate, "what happens in a clip is not in its head");
    const auto uncounted = [](std::string_view) { return std::int64_t{0}; };
    const auto plan =
        TRY(planClip(facts.times, facts.size, look.wish, frameRule(look.fps), look.budget,
                     look.count ? look.count : vision::TokenCounter(uncounted)));
    SeenMedium medium;
    medium.size = plan.size;
    medium.tokens = tokensOf(plan.size);
    medium.notes = plan.dropped;
    medium.stamps = vision::pairStamps(plan.times);
    return medium;
}

SeenMedium measuredFrames(vision::Size size, std::span<const double> times)
{
    SeenMedium medium;
    medium.size = size;
    medium.tokens = tokensOf(size);
    medium.stamps = vision::pairStamps(times);
    return medium;
}

} // namespace tf::app
