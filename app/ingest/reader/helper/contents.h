#pragma once

// What must be read of files to list them: their first bytes, and, where git's index does not tell,
// git's name of the whole.
//
// Several threads, started here and ended here. A file that changes meanwhile is what it was at one
// moment, or says that it could not be read.

#include "app/ingest/reader/helper/tree_walk.h"

namespace tf::ingest {

struct Looked {
    /// Files that differ from what git has in their line ends alone.
    std::int64_t numOtherLineEnds = 0;
};

/// Fills in blobs, states and verdicts of `walked`. Requires: a GitLibrary.
Result<Looked> lookInside(const OpenFolder& root, const Rules& rules, Walked& walked, Told& told);

/// The same text with LF for CRLF.
[[nodiscard]] std::string withPlainLineEnds(std::string_view text);

} // namespace tf::ingest
