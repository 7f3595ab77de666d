#pragma once

// Whether a name in a repository may be taken as it is, and how one that may not is shown.
//
// What some system or git itself would read as something else is not taken: ways out, other
// spellings of .git, streams of NTFS, characters that cannot be seen, what is not UTF-8.

#include <optional>
#include <string>
#include <string_view>

namespace tf::ingest {

/// Longest path that is listed, in bytes.
inline constexpr std::size_t kMostPathBytes = 4095;

/// What is wrong with one name of a path; nothing: it may be taken. ".git" itself is no fault here.
[[nodiscard]] std::optional<std::string> nameFault(std::string_view name);

/// The same for a path with '/' between its names, without any at its ends.
[[nodiscard]] std::optional<std::string> pathFault(std::string_view path);

/// Printable, at most 240 bytes, and different for different names where they are that short.
[[nodiscard]] std::string shownName(std::string_view name);

} // namespace tf::ingest
