// Any lines as the chunks of an answer: no crash, the reader's laws hold, and what was understood
// survives being written.

#include "app/wire/reply_reader.h"

#include "engine/text/markers.h"
#include "kernels/base/check.h"

#include <algorithm>
#include <cstdint>

using namespace tf::wire;

namespace {

void expectLaws(const std::vector<ReplyEvent>& events)
{
    for (const ReplyEvent& event : events) {
        if (event.kind == ReplyEvent::Kind::Text)
            CHECK(event.text.find(tf::text::kNamespace) == std::string::npos, "no marker is shown");
        if (event.kind == ReplyEvent::Kind::Call) {
            const auto arguments = tf::json::parse(event.text);
            CHECK(arguments && arguments->kind == tf::json::Kind::Object,
                  "arguments are an object");
        }
    }
}

void expectRoundTrip(Chunk chunk)
{
    chunk.details.clear();
    chunk.reasoning[2].clear();
    if (chunk.trouble)
        return; // one of many shapes is written
    auto again = readChunk(writeChunk(chunk));
    CHECK(again.has_value(), "what is written is understood");
    CHECK(*again == chunk, "what is written is read back");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view lines(reinterpret_cast<const char*>(data), size);
    ReplyReader reader;
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        if (const auto chunk = readChunk(lines.substr(0, end))) {
            expectRoundTrip(*chunk);
            expectLaws(reader.feed(*chunk));
        }
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    (void)reader.reasoningDetails();
    expectLaws(reader.finish());
    return 0;
}
