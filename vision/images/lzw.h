#pragma once

// The compression inside GIF: codes that grow from a few bits to twelve, lowest bit first.

#include "vision/images/byte_view.h"

#include <cstdint>
#include <vector>

namespace tf::vision {

/// At most `most` bytes of what `packed` says; fewer when it ends or makes no sense before.
/// Requires: 1 <= codeBits <= 8, the bits of a plain byte.
std::vector<std::uint8_t> unpackedLzw(ByteView packed, int codeBits, std::size_t most);

} // namespace tf::vision
