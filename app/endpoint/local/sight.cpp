#include "app/endpoint/local/sight.h"

#include "app/media/measured_media.h"
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

/// How fast was asked for.
double askedFps(const wire::VideoPart& video)
{
    return video.fps.value_or(app::ClipLook().fps);
}

app::ClipLook lookOf(const wire::VideoPart& video)
{
    app::ClipLook look;
    look.fps = std::clamp(askedFps(video), kSlowest, kFastest);
    look.wish = wishOf(vision::MediaKind::Clip, video.detail, video.maxLongSide);
    return look;
}

vision::SizeWish wishOf(const wire::ImagePart& image)
{
    return wishOf(vision::MediaKind::Picture, image.detail, image.maxLongSide);
}

Result<app::SeenMedium> seenClip(const vision::Decoder& decoder, const vision::Source& source,
                                 const wire::VideoPart& video, const vision::ClipFacts& facts,
                                 const CancelToken& cancel, const app::FramesRead& progress)
{
    const app::ClipLook look = lookOf(video);
    auto medium = TRY(app::seeClip(decoder, source, facts, look, cancel, progress));
    if (look.fps != askedFps(video))
        medium.notes.push_back(
            words("seen at ", look.fps, " frames a second, not at ", askedFps(video)));
    return medium;
}

/// Nothing of a part that is no clip made of pictures.
const wire::VideoPart* framesOf(const wire::Part& part)
{
    const auto* video = std::get_if<wire::VideoPart>(&part);
    return video != nullptr && !video->frames.empty() ? video : nullptr;
}

Result<app::SeenMedium> seenFrames(const vision::Decoder& decoder, const wire::VideoPart& video,
                                   const CancelToken& cancel, const app::FramesRead& progress)
{
    std::vector<app::StampedPicture> frames;
    for (const wire::Frame& frame : video.frames) {
        if (!frame.picture.bytes)
            return Error(Code::BadInput, "a frame of it has no bytes");
        frames.push_back({frame.seconds, frame.picture.bytes.get()});
    }
    return app::seeFrames(decoder, frames, cancel, progress);
}

/// They are all as large as the first.
Result<app::SeenMedium> measuredFrames(const vision::Decoder& decoder, const wire::VideoPart& video,
                                       const CancelToken& cancel)
{
    const wire::Media& first = video.frames.front().picture;
    if (!first.bytes)
        return Error(Code::BadInput, "a frame of it has no bytes");
    const auto bytes = std::as_bytes(std::span<const char>(*first.bytes));
    const auto source = TRY(vision::Source::fromBytes(bytes));
    const auto facts = TRY(decoder.probe(source, cancel));
    const auto* picture = std::get_if<vision::PictureFacts>(&facts);
    if (picture == nullptr)
        return Error(Code::BadInput, "a frame of it is no picture");
    std::vector<double> times;
    for (const wire::Frame& frame : video.frames)
        times.push_back(frame.seconds);
    return app::measuredFrames(picture->size, times);
}

/// What a part of a conversation holds, and what its head says.
struct Opened {
    vision::Source source;
    vision::MediaFacts facts;
};

Result<Opened> open(const vision::Decoder& decoder, const wire::Part& part,
                    const CancelToken& cancel)
{
    const wire::Media& media = mediaOf(part);
    if (!media.bytes && media.url.empty())
        return Error(Code::BadInput, "there is nothing of it");
    if (!media.bytes)
        return Error(Code::Unsupported,
                     "an address, and the engine on this machine fetches none: send the bytes");
    const auto bytes = std::as_bytes(std::span<const char>(*media.bytes));
    auto source = TRY(vision::Source::fromBytes(bytes));
    auto facts = TRY(decoder.probe(source, cancel));
    const bool isClip = std::holds_alternative<vision::ClipFacts>(facts);
    const bool wantsClip = std::holds_alternative<wire::VideoPart>(part);
    if (isClip && !wantsClip)
        return Error(Code::BadInput, "a clip stands where a picture was meant");
    if (!isClip && wantsClip)
        return Error(Code::BadInput, "a picture stands where a clip was meant");
    return Opened{std::move(source), std::move(facts)};
}

} // namespace

Result<app::SeenMedium> see(const vision::Decoder& decoder, const wire::Part& part,
                            const CancelToken& cancel, const app::FramesRead& progress)
{
    if (const auto* video = framesOf(part))
        return seenFrames(decoder, *video, cancel, progress);
    const auto opened = TRY(open(decoder, part, cancel));
    if (const auto* clip = std::get_if<vision::ClipFacts>(&opened.facts))
        return seenClip(decoder, opened.source, std::get<wire::VideoPart>(part), *clip, cancel,
                        progress);
    const auto wish = wishOf(std::get<wire::ImagePart>(part));
    return app::seePicture(decoder, opened.source, wish, cancel);
}

Result<app::SeenMedium> measure(const vision::Decoder& decoder, const wire::Part& part,
                                const CancelToken& cancel)
{
    if (const auto* video = framesOf(part))
        return measuredFrames(decoder, *video, cancel);
    const auto opened = TRY(open(decoder, part, cancel));
    if (const auto* clip = std::get_if<vision::ClipFacts>(&opened.facts))
        return app::measuredClip(*clip, lookOf(std::get<wire::VideoPart>(part)));
    return app::measuredPicture(std::get<vision::PictureFacts>(opened.facts),
                                wishOf(std::get<wire::ImagePart>(part)));
}

} // namespace tf::endpoint
