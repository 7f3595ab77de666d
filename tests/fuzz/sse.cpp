// Any bytes as a stream of events, cut at a place that the first byte names: the events are the
// same, and limits hold.

#include "app/wire/sse.h"

#include "kernels/base/check.h"

#include <algorithm>
#include <cstdint>

using namespace tf::wire;

namespace {

constexpr SseLimits kLimits{.eventBytes = 64, .totalBytes = 2048};

struct Read {
    std::vector<SseEvent> events;
    bool isFaulty = false;
    bool operator==(const Read&) const = default;
};

Read readInPieces(std::string_view stream, std::size_t pieceBytes)
{
    SseParser parser(kLimits);
    Read read;
    const auto take = [&read](std::vector<SseEvent> events) {
        for (SseEvent& event : events)
            read.events.push_back(std::move(event));
    };
    for (; !stream.empty(); stream.remove_prefix(std::min(pieceBytes, stream.size())))
        take(parser.feed(stream.substr(0, pieceBytes)));
    take(parser.finish());
    read.isFaulty = parser.fault().has_value();
    return read;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view stream(reinterpret_cast<const char*>(data) + 1, size - 1);
    const Read whole = readInPieces(stream, stream.size() + 1);
    CHECK(readInPieces(stream, data[0] % 64 + 1) == whole, "any chunking gives the same events");
    CHECK(readInPieces(stream, 1) == whole, "a byte at a time gives the same events");
    for (const SseEvent& event : whole.events) {
        CHECK(event.data.size() <= kLimits.eventBytes, "an event is no longer than allowed");
        // A carriage return cannot be in it, so it survives being framed.
        SseParser again;
        const auto framed = again.feed(sseFrame(event.data));
        CHECK(framed.size() == 1 && framed[0].data == event.data, "a frame is read back");
    }
    return 0;
}
