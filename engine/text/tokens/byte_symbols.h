#pragma once

// The spelling of bytes as printable characters that byte-level vocabularies are written in.
//
// Printable Latin-1 stands for itself; the 68 other bytes are U+0100 and up, in order.

#include <optional>
#include <string>
#include <string_view>

namespace tf::text {

/// The bytes that a token's spelling stands for; nothing when a character is no symbol.
/// Requires: valid UTF-8. Thread: any.
[[nodiscard]] std::optional<std::string> bytesOfSymbols(std::string_view spelled);

/// The inverse. Thread: any.
[[nodiscard]] std::string symbolsOfBytes(std::string_view bytes);

} // namespace tf::text
