#pragma once

// Whether a path that somebody else wrote names a file below a folder, and nothing more.
//
// Held to what every file system can do, so that files go from one machine to another: device
// names of Windows, characters that cannot be seen and git's own folder are refused. Thread: any.

#include <optional>
#include <string>
#include <string_view>

namespace tf::works {

/// A sentence; nothing: it is one.
[[nodiscard]] std::optional<std::string> whyUnsafe(std::string_view path);

/// What tells two paths apart where names in large and small letters are the same.
[[nodiscard]] std::string foldedPath(std::string_view path);

} // namespace tf::works
