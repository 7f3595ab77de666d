#pragma once

// Why something is not sent, in words.

#include "app/ingest/listing.h"

#include <string_view>

namespace tf::cli {

/// "ignored by git", for people.
[[nodiscard]] std::string_view sentence(ingest::Why why);
/// "ignoredByGit", for programs.
[[nodiscard]] std::string_view word(ingest::Why why);
[[nodiscard]] std::string_view word(ingest::EntryKind kind);

} // namespace tf::cli
