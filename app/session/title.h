#pragma once

// The title of a session that nobody has named: the beginning of its first question.
//
// Thread: any.

#include <string>

namespace tf::session {

/// The first line that says something, or as much of it as a list shows.
[[nodiscard]] std::string titleOf(const std::string& question);

} // namespace tf::session
