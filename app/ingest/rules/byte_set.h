#pragma once

// The set of bytes that `[…]` of a pattern stands for, read as git reads it.

#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>

namespace tf::ingest {

struct ByteSet {
    std::bitset<256> bytes;
    std::size_t numRead = 0; ///< of the pattern, both brackets too
};

/// `pattern` begins with the bracket. Nothing when it is never closed or names an unknown class.
/// Thread: any.
[[nodiscard]] std::optional<ByteSet> readByteSet(std::string_view pattern);

} // namespace tf::ingest
