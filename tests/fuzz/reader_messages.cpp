// Any bytes as a message to or from the reading process: refused with words, or a message that says
// the same when written again.
//
// The first byte decides in which direction it goes.

#include "app/ingest/reader/messages.h"

#include <cstdint>

using namespace tf;

namespace {

/// Texts are made printable on the way in, so what is written differs; from then on nothing does.
template <class Read>
void check(Read read, std::span<const std::byte> bytes)
{
    const auto message = read(bytes);
    if (!message) {
        CHECK(!message.error().text.empty(), "an error without words");
        return;
    }
    const auto again = ingest::toBytes(*message);
    CHECK(ingest::toBytes(*read(again)) == again, "what was written again differs");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto bytes = std::as_bytes(std::span(data + 1, size - 1));
    if (data[0] % 2 == 0)
        check(ingest::readerAskFromBytes, bytes);
    else
        check(ingest::readerAnswerFromBytes, bytes);
    return 0;
}
