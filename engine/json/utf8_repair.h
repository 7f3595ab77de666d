#pragma once

// Text of which nobody knows whether it is UTF-8, made fit for JSON.

#include <cstddef>
#include <string>
#include <string_view>

namespace tf::json {

/// The same text with U+FFFD in place of every longest piece that cannot be UTF-8. Thread: any.
[[nodiscard]] std::string repairedUtf8(std::string_view bytes);

/// Bytes at the end that are the beginning of a character whose rest may yet come.
[[nodiscard]] std::size_t unfinishedUtf8(std::string_view bytes);

} // namespace tf::json
