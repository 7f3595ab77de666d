#pragma once

// A JSON number as Python prints it after reading it: the template was written in Python's world.

#include <string>
#include <string_view>

namespace tf::text {

/// Integers with all their digits, anything with a fraction or exponent as the shortest double:
/// "1.50" → "1.5", "1E5" → "100000.0", "0.00001" → "1e-05", "1e400" → "inf".
/// Requires: a number of JSON's grammar. Thread: any.
[[nodiscard]] std::string pythonNumber(std::string_view spelled);

} // namespace tf::text
