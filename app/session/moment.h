#pragma once

// Moments as milliseconds since 1970, and as text in UTC: for people, and in the names of files.
//
// Thread: any.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tf::session {

[[nodiscard]] std::int64_t nowMs();

/// "2026-11-21 17:05"
[[nodiscard]] std::string shownTime(std::int64_t ms);

/// "20261121T170530Z"
[[nodiscard]] std::string stampOf(std::int64_t ms);
/// Nothing when it is no such stamp.
[[nodiscard]] std::optional<std::int64_t> momentOf(std::string_view stamp);

} // namespace tf::session
