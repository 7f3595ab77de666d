#include "app/endpoint/local/sight.h"

#include "kernels/base/words.h"

#include <algorithm>

namespace tf::endpoint {

namespace {

constexpr double kSlowest = 0.2; // frames a second
constexpr double kFastest = 5;

const wire::Media& mediaOf(const wire::Part& part)
{
    if (const auto* image = std::get_if<wire::ImagePart>(&part))
        return image->media;
    return std::get<wire::VideoPart>(part).media;
}

vision::SizeWish wishOf(vision::MediaKind kind, wire::Detail detail,
                        const std::optional<std::int64_t>& maxLongSide)
{
    if (maxLongSide)
        return {vision::SizeRule::LongSide, *maxLongSide};
    if (detail == wire::Detail::Low)
        return vision::tierWish(kind, vision::Tier::Low);
    if (detail == wire::Detail::High)
        return vision::tierWish(kind, vision::Tier::High);
    return vision::tierWish(kind, vision::Tier::Default);
}

Result<app::SeenMedium> seenClip(const vision::Decoder& decoder, const vision::Source& source,
                                 const wire::VideoPart& video, const vision::ClipFacts& facts,
                                 const CancelToken& cancel, const app::FramesRead& progress)
{
    app::ClipLook look;
    const double asked = video.fps.value_or(look.fps);
    look.fps = std::clamp(asked, kSlowest, kFastest);
    look.wish = wishOf(vision::MediaKind::Clip, video.detail, video.maxLongSide);
    auto medium = TRY(app::seeClip(decoder, source, facts, look, cancel, progress));
    if (look.fps != asked)
        medium.notes.push_back(words("seen at ", look.fps, " frames a second, not at ", asked));
    return medium;
}

} // namespace

Result<app::SeenMedium> see(const vision::Decoder& decoder, const wire::Part& part,
                            const CancelToken& cancel, const app::FramesRead& progress)
{
    const wire::Media& media = mediaOf(part);
    if (!media.bytes && media.url.empty())
        return Error(Code::BadInput, "there is nothing of it");
    if (!media.bytes)
        return Error(Code::Unsupported,
                     "an address, and the engine on this machine fetches none: send the bytes");
    const auto bytes = std::as_bytes(std::span<const char>(*media.bytes));
    const auto source = TRY(vision::Source::fromBytes(bytes));
    const auto facts = TRY(decoder.probe(source, cancel));
    const auto* clip = std::get_if<vision::ClipFacts>(&facts);
    const auto* video = std::get_if<wire::VideoPart>(&part);
    if (clip != nullptr && video == nullptr)
        return Error(Code::BadInput, "a clip stands where a picture was meant");
    if (clip == nullptr && video != nullptr)
        return Error(Code::BadInput, "a picture stands where a clip was meant");
    if (video != nullptr)
        return seenClip(decoder, source, *video, *clip, cancel, progress);
    const auto& image = std::get<wire::ImagePart>(part);
    const auto wish = wishOf(vision::MediaKind::Picture, image.detail, image.maxLongSide);
    return app::seePicture(decoder, source, wish, cancel);
}

} // namespace tf::endpoint
