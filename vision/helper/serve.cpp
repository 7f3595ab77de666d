#include "vision/helper/serve.h"

#include "kernels/base/words.h"
#include "vision/ffmpeg/clip_reader.h"
#include "vision/helper/clip_frames.h"
#include "vision/helper/clip_watching.h"
#include "vision/helper/picture_fit.h"
#include "vision/images/decode_picture.h"
#include "vision/media/messages.h"

#include <utility>

namespace tf::vision {

namespace {

struct Work {
    Order order;
    Source source;
    std::optional<SlotDesk> desk;
};

Result<MediaFacts> probe(const Source& source, const MediaLimits& limits)
{
    if (TRY(formatOf(source)).empty()) {
        auto reader = TRY(ClipReader::open(source, limits));
        return MediaFacts(reader.facts());
    }
    auto picture = TRY(probePicture(source, limits));
    // Several frames are worth asking for one by one; as a picture its first is still seen.
    if (picture.format == "GIF" && picture.frames > 1) {
        const auto reader = ClipReader::open(source, limits);
        if (reader)
            return MediaFacts(reader->facts());
        picture.whyNoClip = reader.error().text;
    }
    return MediaFacts(std::move(picture));
}

Result<FromDecoder> answerClip(Work& work)
{
    const MediaLimits& limits = work.order.limits;
    const auto* thumbnails = std::get_if<ThumbnailsAsk>(&work.order.ask);
    const auto* changes = std::get_if<ChangesAsk>(&work.order.ask);
    auto reader = TRY(thumbnails != nullptr    ? ClipReader::glance(work.source, limits)
                          : changes != nullptr ? ClipReader::survey(work.source, limits)
                                               : ClipReader::open(work.source, limits));
    if (std::holds_alternative<WatchAsk>(work.order.ask))
        return FromDecoder(TRY(ClipWatching(reader, *work.desk).run()));
    ClipReading reading(reader, *work.desk);
    if (changes != nullptr)
        return FromDecoder(TRY(showChanges(reading, *changes)));
    if (thumbnails != nullptr)
        return FromDecoder(TRY(showThumbnails(reading, *thumbnails)));
    if (const auto* frames = std::get_if<FramesAsk>(&work.order.ask))
        return FromDecoder(TRY(showFrames(reading, *frames, limits)));
    return FromDecoder(TRY(showMoments(reading, std::get<MomentsAsk>(work.order.ask), limits)));
}

Result<FromDecoder> answer(Work& work)
{
    const MediaLimits& limits = work.order.limits;
    if (work.source.size() == 0)
        return Error(Code::Corrupt, "the file is empty");
    if (work.source.size() > limits.sourceBytes)
        return Error(Code::BadInput,
                     words("the file has ", work.source.size(), " bytes; at most ",
                           limits.sourceBytes, " are read"));
    if (std::holds_alternative<ProbeAsk>(work.order.ask))
        return FromDecoder(Facts{TRY(probe(work.source, limits))});
    if (!work.desk)
        return Error(Code::BadInput, "an ask for pixels came without memory for them");
    if (const auto* picture = std::get_if<PictureAsk>(&work.order.ask))
        return FromDecoder(TRY(showPicture(work.source, *picture, limits, *work.desk)));
    return answerClip(work);
}

/// An order with all that belongs to it.
Result<Work> workOf(Order order, std::vector<Descriptor> descriptors, const Channel& channel)
{
    const std::size_t numDescriptors = order.slots.count > 0 ? 2 : 1;
    if (descriptors.size() != numDescriptors)
        return Error(Code::BadInput, "what was asked came without its medium");
    auto source = TRY(Source::fromDescriptor(std::move(descriptors.front())));
    Work work{std::move(order), std::move(source), std::nullopt};
    if (numDescriptors == 2) {
        auto slots = TRY(FrameSlots::map(std::move(descriptors.back()), work.order.slots));
        work.desk.emplace(channel, std::move(slots));
    }
    return work;
}

/// Nothing to the last words about an ask that is already answered.
Result<std::optional<FromDecoder>> answerTo(Parcel parcel, const Channel& channel)
{
    auto message = TRY(orderFromBytes(parcel.bytes));
    auto* order = std::get_if<Order>(&message);
    if (order == nullptr)
        return std::optional<FromDecoder>();
    auto work = TRY(workOf(std::move(*order), std::move(parcel.descriptors), channel));
    return std::optional(TRY(answer(work)));
}

} // namespace

int serve(const Channel& channel)
{
    for (;;) {
        auto parcel = channel.receive({});
        if (!parcel)
            return parcel.error().code == Code::BadInput ? kDecoderMisused : kDecoderDone;
        auto reply = answerTo(std::move(*parcel), channel);
        if (!reply && reply.error().code == Code::Network)
            return kDecoderMisused;
        if (reply && !*reply)
            continue;
        const auto message = reply ? std::move(**reply) : FromDecoder(std::move(reply).error());
        if (!channel.send(toBytes(message), {}, {}))
            return kDecoderDone;
    }
}

} // namespace tf::vision
