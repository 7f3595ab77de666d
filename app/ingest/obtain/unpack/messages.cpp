#include "app/ingest/obtain/unpack/messages.h"

#include "vision/media/message_choice.h"

namespace tf::ingest {

namespace {

constexpr std::size_t kMostUnpackWords = 2000;

template <class Wire, class T>
using UnpackField = typename Wire::template Field<T>;

// What each message holds, with its bounds; a Wire is a FieldWriter or a FieldReader.

template <class Wire>
void unpackFields(Wire& wire, UnpackField<Wire, UnpackOrder>& order)
{
    wire.template number<std::int64_t>(order.mostBytes, 0, INT64_MAX, "the limit on bytes");
    wire.template number<std::int64_t>(order.mostEntries, 0, INT64_MAX, "the limit on entries");
    wire.template number<std::int64_t>(order.mostRatio, 0, INT64_MAX, "the limit on the ratio");
}

template <class Wire>
void unpackFields(Wire& wire, UnpackField<Wire, UnpackHello>& hello)
{
    wire.template number<std::int32_t>(hello.landlock, 0, 1000, "the level of Landlock");
    wire.flag(hello.hasOwnRoot);
}

template <class Wire>
void unpackFields(Wire& wire, UnpackField<Wire, UnpackProgress>& progress)
{
    wire.template number<std::int64_t>(progress.entries, 0, INT64_MAX, "the number of entries");
    wire.template number<std::int64_t>(progress.bytes, 0, INT64_MAX, "the number of bytes");
}

template <class Wire>
void unpackFields(Wire& wire, UnpackField<Wire, UnpackDone>& done)
{
    wire.template number<std::int64_t>(done.entries, 0, INT64_MAX, "the number of entries");
    wire.template number<std::int64_t>(done.bytes, 0, INT64_MAX, "the number of bytes");
    wire.texts(done.notices, kMostUnpackNotices, kMostUnpackWords, "the list of notices");
}

template <class Wire>
void unpackFields(Wire& wire, UnpackField<Wire, Error>& error)
{
    wire.choice(error.code, Code::Internal, "the code of an error");
    wire.text(error.text, kMostUnpackWords, "the words of an error");
}

} // namespace

std::vector<std::byte> toBytes(const UnpackOrder& order)
{
    vision::FieldWriter wire;
    unpackFields(wire, order);
    return wire.take();
}

std::vector<std::byte> toBytes(const FromUnpack& message)
{
    vision::FieldWriter wire;
    vision::writeChoice(wire, message, [](auto& to, const auto& one) { unpackFields(to, one); });
    return wire.take();
}

Result<UnpackOrder> unpackOrderFromBytes(std::span<const std::byte> bytes)
{
    vision::FieldReader wire(bytes);
    UnpackOrder order;
    unpackFields(wire, order);
    TRY(wire.finish().because("the order to unpack makes no sense"));
    return order;
}

Result<FromUnpack> unpackAnswerFromBytes(std::span<const std::byte> bytes)
{
    vision::FieldReader wire(bytes);
    auto message = vision::readChoice<FromUnpack>(
        wire, "the kind of answer", [](auto& from, auto& one) { unpackFields(from, one); });
    TRY(wire.finish().because("what trifold-unpack says makes no sense"));
    return message;
}

} // namespace tf::ingest
