#pragma once

// Numbers as people read them: 1,840; 2.3 MB; 0:42.
//
// Thread: any.

#include <cstdint>
#include <string>
#include <string_view>

namespace tf::workspace {

/// "1,840"
[[nodiscard]] std::string shownNumber(std::int64_t number);
/// "1 file", "1,840 files"
[[nodiscard]] std::string shownCount(std::int64_t number, std::string_view one,
                                     std::string_view many);
/// "312 bytes", "2.3 MB"
[[nodiscard]] std::string shownBytes(std::int64_t bytes);
/// "0:42", "1:02:05"
[[nodiscard]] std::string shownSeconds(double seconds);

} // namespace tf::workspace
