#pragma once

// What is piped into a verb: all of it, or a line at a time, and never more than fits.

#include "kernels/base/result.h"

#include <cstdio>
#include <optional>
#include <string>

namespace tf::cli {

inline constexpr std::size_t kMostInputBytes = std::size_t(256) << 20;

/// Error{BadInput} beyond kMostInputBytes. Blocks: until the input ends.
Result<std::string> readAll(std::FILE* in);

/// The next line without its newline; nothing at the end of the input. A line beyond
/// kMostInputBytes is an Error and is passed over. Blocks: until there is a line.
std::optional<Result<std::string>> readLine(std::FILE* in);

} // namespace tf::cli
