#pragma once

// Which contents of the store the desks mention: what was pasted for a question not yet asked.
//
// Whatever a desk's words are, an id stands in them as 64 hexadecimal digits. Thread: any.

#include <set>
#include <string>
#include <string_view>

namespace tf::session {

/// What could be an id. One too many keeps a content a while longer, no more.
[[nodiscard]] std::set<std::string> idsIn(std::string_view desk);

} // namespace tf::session
