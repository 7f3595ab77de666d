#pragma once

// Documents that would like something to be fetched or opened when they are looked at.
//
// Pictures of servers and of this machine, links of every scheme, HTML, style sheets, drawings,
// paths of several systems, in the shapes that Markdown has for them and nested in one another.
// Thread: any.

#include "tests/support/gen.h"

#include <string>
#include <vector>

namespace tf::test {

/// What such a document wants, `local` being a file that is there.
[[nodiscard]] std::string hostileDocument(Gen& gen, const std::string& local);

/// One that holds each of its pieces once.
[[nodiscard]] std::string everyHostilePiece(const std::string& local);

} // namespace tf::test
