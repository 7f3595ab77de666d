#pragma once

// What holds for any bytes as a message between two processes: refused with words, or a message
// that says the same when written again.

#include "kernels/base/check.h"

#include <cstddef>
#include <span>

namespace tf::test {

/// Texts are made printable on the way in, so what is written differs; from then on nothing does.
/// `read` gives a Result of a message that toBytes() of its own namespace writes.
template <class Read>
void checkMessage(Read read, std::span<const std::byte> bytes)
{
    const auto message = read(bytes);
    if (!message) {
        CHECK(!message.error().text.empty(), "an error without words");
        return;
    }
    const auto again = toBytes(*message);
    CHECK(toBytes(*read(again)) == again, "what was written again differs");
}

} // namespace tf::test
