#pragma once

// The --jsonl of every verb: a case a line in, a result a line out.

#include "kernels/base/result.h"

#include <functional>
#include <string>
#include <string_view>

namespace tf::cli {

/// One line of standard input to one JSON object.
using JsonLineJob = std::function<Result<std::string>(const std::string& line)>;

/// Runs the job on each line that is not blank. A line that fails gives {"error": words} and does
/// not stop the others. Returns kFailed if any failed, else kDone.
int runJsonLines(const JsonLineJob& job);

/// JSON as one line, with its newline. U+0085, U+2028 and U+2029 are escaped, since many readers
/// take them for line ends.
[[nodiscard]] std::string jsonLine(std::string_view json);

} // namespace tf::cli
