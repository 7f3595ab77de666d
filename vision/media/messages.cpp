#include "vision/media/messages.h"

#include "vision/media/message_choice.h"

#include <utility>

namespace tf::vision {

namespace {

constexpr std::size_t kMostTextBytes = 2000;
constexpr std::size_t kMostNameBytes = 80;
constexpr std::int32_t kMostSide = 1 << 20;
constexpr std::int64_t kMostPixels = std::int64_t{1} << 40;
constexpr double kMostSeconds = 1e7;

template <class Wire, class T>
using Field = typename Wire::template Field<T>;

// What each message holds, with its bounds; a Wire is a FieldWriter or a FieldReader.

template <class Wire>
void fields(Wire& wire, Field<Wire, Size>& size)
{
    wire.template number<std::int32_t>(size.width, 0, kMostSide, "a width");
    wire.template number<std::int32_t>(size.height, 0, kMostSide, "a height");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, SizeWish>& wish)
{
    wire.choice(wish.rule, SizeRule::LongSide, "the size rule");
    wire.template number<std::int64_t>(wish.cap, 0, kMostPixels, "the size cap");
}

template <class Wire>
void fields(Wire& /*wire*/, Field<Wire, ProbeAsk>& /*ask*/)
{
}

template <class Wire>
void fields(Wire& wire, Field<Wire, PictureAsk>& ask)
{
    fields(wire, ask.wish);
}

template <class Wire>
void fields(Wire& wire, Field<Wire, FramesAsk>& ask)
{
    wire.template ascending<std::int64_t>(ask.frames, kMostClipFrames, kMostClipFrames,
                                          "the list of frames");
    fields(wire, ask.wish);
}

template <class Wire>
void fields(Wire& wire, Field<Wire, MomentsAsk>& ask)
{
    wire.template number<std::int64_t>(ask.maxFrames, 1, kMostClipFrames, "the number of moments");
    fields(wire, ask.wish);
}

template <class Wire>
void fields(Wire& wire, Field<Wire, ThumbnailsAsk>& ask)
{
    wire.template number<std::int32_t>(ask.count, 1, 10'000, "the number of thumbnails");
    fields(wire, ask.box);
}

template <class Wire>
void fields(Wire& wire, Field<Wire, WatchAsk>& ask)
{
    fields(wire, ask.box);
}

template <class Wire>
void fields(Wire& wire, Field<Wire, ChangesAsk>& ask)
{
    wire.template number<std::int64_t>(ask.maxMoments, 1, kMostMoments, "the number of moments");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, FrameCall>& call)
{
    wire.template number<std::int64_t>(call.call, 1, kMostCalls, "the number of a call");
    wire.template number<std::int64_t>(call.index, 0, kMostClipFrames, "the index of a frame");
    fields(wire, call.box);
}

template <class Wire>
void fields(Wire& wire, Field<Wire, MediaLimits>& limits)
{
    const auto bound = [&](auto& value, std::string_view what) {
        wire.template number<std::int64_t>(value, 1, kMostPixels, what);
    };
    bound(limits.picturePixels, "the limit on pixels");
    bound(limits.sourceBytes, "the limit on bytes");
    wire.template number<double>(limits.clipSeconds, 0, kMostSeconds, "the limit on seconds");
    wire.template number<std::int64_t>(limits.clipFrames, 1, kMostClipFrames,
                                       "the limit on frames");
    bound(limits.keptFrames, "the limit on kept frames");
    bound(limits.framePixels, "the limit on pixels of a frame");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, SlotLayout>& slots)
{
    wire.template number<std::int32_t>(slots.count, 0, kMostSlots, "the number of slots");
    wire.template number<std::int64_t>(slots.bytesEach, 0, kMostSlotBytes, "the size of a slot");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, SlotBack>& back)
{
    wire.template number<std::int32_t>(back.slot, 0, kMostSlots - 1, "a slot");
}

template <class Wire>
void fields(Wire& /*wire*/, Field<Wire, Enough>& /*enough*/)
{
}

template <class Wire>
void fields(Wire& wire, Field<Wire, Hello>& hello)
{
    wire.template number<std::int32_t>(hello.landlock, 0, 1000, "the level of Landlock");
    wire.flag(hello.hasOwnNetwork);
    wire.texts(hello.gaps, kMostFaults, kMostTextBytes, "the list of gaps");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, ClipProgress>& progress)
{
    wire.template number<std::int64_t>(progress.framesDecoded, 0, kMostClipFrames,
                                       "the number of frames");
    wire.template number<double>(progress.secondsRead, 0, kMostSeconds, "the time read");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, PictureFacts>& facts)
{
    wire.text(facts.format, kMostNameBytes, "the format");
    fields(wire, facts.size);
    wire.template number<std::int32_t>(facts.bits, 0, 64, "the bits of a channel");
    wire.template number<std::int64_t>(facts.frames, 0, kMostClipFrames, "the number of frames");
    wire.flag(facts.hasAlpha);
    wire.flag(facts.wasTurned);
    wire.text(facts.whyNoClip, kMostTextBytes, "why it is no clip");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, ClipFacts>& facts)
{
    wire.text(facts.container, kMostNameBytes, "the container");
    wire.text(facts.codec, kMostNameBytes, "the codec");
    fields(wire, facts.size);
    wire.text(facts.pixelFormat, kMostNameBytes, "the pixel format");
    wire.template number<double>(facts.duration, 0, kMostSeconds, "the duration");
    wire.template number<double>(facts.frameRate, 0, 1e6, "the frame rate");
    wire.template number<std::int32_t>(facts.rotation, 0, 359, "the rotation");
    wire.flag(facts.isHdr);
    wire.flag(facts.isInterlaced);
    wire.flag(facts.hasAudio);
    wire.template ascending<double>(facts.times, kMostClipFrames, kMostSeconds,
                                    "the list of times");
    wire.texts(facts.faults, kMostFaults, kMostTextBytes, "the list of faults");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, PictureSeen>& seen)
{
    fields(wire, seen.facts);
    fields(wire, seen.size);
}

template <class Wire>
void fields(Wire& wire, Field<Wire, FrameSeen>& seen)
{
    wire.template number<std::int32_t>(seen.slot, 0, kMostSlots - 1, "the slot");
    wire.template number<std::int64_t>(seen.index, -1, kMostClipFrames, "the index of a frame");
    wire.template number<double>(seen.time, 0, kMostSeconds, "the time of a frame");
    fields(wire, seen.size);
    wire.choice(seen.reason, FrameReason::Last, "the reason of a frame");
    wire.template number<float>(seen.change, 0, 1, "the change of a frame");
    wire.template number<std::int64_t>(seen.call, 0, kMostCalls, "the number of a call");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, FrameMissing>& missing)
{
    wire.template number<std::int64_t>(missing.call, 1, kMostCalls, "the number of a call");
    wire.text(missing.why, kMostTextBytes, "why a frame is missing");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, ScreenChange>& change)
{
    wire.template number<double>(change.time, 0, kMostSeconds, "the time of a change");
    wire.template number<float>(change.change, 0, 1, "a change");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, MomentSeen>& moment)
{
    wire.template number<std::int64_t>(moment.index, 0, kMostClipFrames, "the index of a frame");
    wire.template number<double>(moment.time, 0, kMostSeconds, "the time of a frame");
    wire.choice(moment.reason, FrameReason::Last, "the reason of a frame");
    wire.template number<float>(moment.change, 0, 1, "the change of a frame");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, ChangesSeen>& seen)
{
    wire.list(seen.changes, kMostChanges, sizeof(double) + sizeof(float), "the list of changes",
              [&wire](auto& change) { fields(wire, change); });
    wire.template number<double>(seen.secondsRead, 0, kMostSeconds, "the time read");
    wire.list(seen.moments, kMostMoments, sizeof(double) + sizeof(float), "the list of moments",
              [&wire](auto& moment) { fields(wire, moment); });
}

template <class Wire>
void fields(Wire& wire, Field<Wire, SeenAgain>& seen)
{
    wire.template number<std::int64_t>(seen.index, 0, kMostClipFrames, "the index of a frame");
    wire.template number<double>(seen.time, 0, kMostSeconds, "the time of a frame");
    wire.template number<std::int64_t>(seen.like, 0, kMostClipFrames, "the index of a frame");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, ClipDone>& done)
{
    wire.template number<std::int64_t>(done.framesDecoded, 0, kMostClipFrames,
                                       "the number of frames");
    wire.template number<double>(done.secondsRead, 0, kMostSeconds, "the time read");
    wire.list(done.again, kMostAgain, sizeof(SeenAgain), "the list of moments seen again",
              [&wire](auto& seen) { fields(wire, seen); });
    wire.texts(done.faults, kMostFaults, kMostTextBytes, "the list of faults");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, Error>& error)
{
    wire.choice(error.code, Code::Internal, "the code of an error");
    wire.text(error.text, kMostTextBytes, "the words of an error");
}

// Variants: which one it is, then its fields.

template <class Variant>
void write(FieldWriter& wire, const Variant& choices);

void fields(FieldWriter& wire, const Facts& facts)
{
    write(wire, facts.facts);
}

void fields(FieldWriter& wire, const Order& order)
{
    write(wire, order.ask);
    fields(wire, order.limits);
    fields(wire, order.slots);
}

template <class Variant>
void write(FieldWriter& wire, const Variant& choices)
{
    writeChoice(wire, choices, [](auto& to, const auto& message) { fields(to, message); });
}

template <class Variant>
Variant read(FieldReader& wire, std::string_view what);

void fields(FieldReader& wire, Facts& facts)
{
    facts.facts = read<MediaFacts>(wire, "the kind of facts");
}

void fields(FieldReader& wire, Order& order)
{
    order.ask = read<Ask>(wire, "the kind of ask");
    fields(wire, order.limits);
    fields(wire, order.slots);
}

template <class Variant>
Variant read(FieldReader& wire, std::string_view what)
{
    return readChoice<Variant>(wire, what,
                               [](auto& from, auto& message) { fields(from, message); });
}

template <class Message>
std::vector<std::byte> written(const Message& message)
{
    FieldWriter wire;
    write(wire, message);
    return wire.take();
}

template <class Message>
Result<Message> readWhole(std::span<const std::byte> bytes)
{
    FieldReader wire(bytes);
    auto message = read<Message>(wire, "the kind of message");
    TRY(wire.finish());
    return message;
}

} // namespace

std::vector<std::byte> toBytes(const ToDecoder& message)
{
    return written(message);
}

std::vector<std::byte> toBytes(const FromDecoder& message)
{
    return written(message);
}

Result<ToDecoder> orderFromBytes(std::span<const std::byte> bytes)
{
    return readWhole<ToDecoder>(bytes).because("what was asked makes no sense");
}

Result<FromDecoder> answerFromBytes(std::span<const std::byte> bytes)
{
    return readWhole<FromDecoder>(bytes).because("what was answered makes no sense");
}

} // namespace tf::vision
