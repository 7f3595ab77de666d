#pragma once

// Kinds of file that their first bytes give away: no text, a pointer of Git LFS, generated.
//
// 8 KiB are looked at. Marks of generators count in comments alone, so that a program that writes
// or looks for them is not taken for its output.

#include "app/ingest/listing.h"

#include <string_view>

namespace tf::ingest {

/// Thread: any.
[[nodiscard]] Verdict kindOfContent(std::string_view name, std::string_view head);

} // namespace tf::ingest
