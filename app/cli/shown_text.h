#pragma once

// Text of others made fit for a terminal, which would obey the control characters in it.

#include <string>
#include <string_view>

namespace tf::cli {

/// One line of UTF-8, with a space for every control character.
[[nodiscard]] std::string shownText(std::string_view text);

/// The same of text that has lines: line ends and tabs stay.
[[nodiscard]] std::string shownLines(std::string_view text);

} // namespace tf::cli
