// Any bytes as an event's payload: no crash, and what was understood survives being written.

#include "app/session/event_codec.h"
#include "app/session/replay.h"
#include "kernels/base/check.h"

#include <array>

using namespace tf::session;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::array<std::string_view, 11> kKinds = {
        "created",   "renamed",   "configured", "sources", "trashed", "turnRemoved",
        "turnBegan", "partsGrew", "turnEnded",  "purged",  "unknown"};
    if (size == 0)
        return 0;
    const auto kind = kKinds[data[0] % kKinds.size()];
    const std::string_view payload(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto event = decodePayload(kind, payload);
    if (!event)
        return 0;
    CHECK(kindOf(event->change) == kind, "the kind is the one that was asked for");
    const auto written = encodePayload(*event);
    CHECK(written.has_value(), "what was read can be written");
    const auto again = decodePayload(kind, *written);
    CHECK(again.has_value() && *again == *event, "a written event is the same event");
    Session session;
    apply(session, *event);
    apply(session, *event);
    return 0;
}
