// Any bytes as a message to or from the decoding process: refused with words, or a message that
// says the same when written again.
//
// The first byte decides in which direction it goes.

#include "tests/fuzz/message_law.h"
#include "vision/media/messages.h"

#include <algorithm>
#include <cstdint>

using namespace tf;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto bytes = std::as_bytes(std::span(data + 1, size - 1));
    if (data[0] % 2 == 0)
        test::checkMessage(vision::orderFromBytes, bytes);
    else
        test::checkMessage(vision::answerFromBytes, bytes);
    return 0;
}
