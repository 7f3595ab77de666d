#include "app/ingest/obtain/unpack/messages.h"

#include "vision/media/field_reader.h"
#include "vision/media/field_writer.h"

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

FromUnpack blankAnswer(std::uint8_t index)
{
    switch (index) {
    case 0:
        return UnpackHello{};
    case 1:
        return UnpackProgress{};
    case 2:
        return UnpackDone{};
    default:
        return Error(Code::Internal, "");
    }
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
    wire.number<std::uint8_t>(static_cast<std::uint8_t>(message.index()), 0, 0, {});
    std::visit([&wire](const auto& fieldsOf) { unpackFields(wire, fieldsOf); }, message);
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
    std::uint8_t index = 0;
    wire.number<std::uint8_t>(index, 0, std::variant_size_v<FromUnpack> - 1, "the kind of answer");
    auto message = blankAnswer(index);
    std::visit([&wire](auto& fieldsOf) { unpackFields(wire, fieldsOf); }, message);
    TRY(wire.finish().because("what trifold-unpack says makes no sense"));
    return message;
}

} // namespace tf::ingest
