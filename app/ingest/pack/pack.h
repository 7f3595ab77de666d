#pragma once

// Files packed into one text for the model: in an order that stays, with headers to cite from,
// within a budget of tokens, and with a reason for each file that does not fit.
//
// The same listing and choice give the same bytes. What comes first stays first when files change,
// so that the model's prefix cache lives on. Plain values. Thread: any.

#include "app/ingest/count/token_counts.h"
#include "app/session/turn.h"

#include <functional>
#include <optional>

namespace tf::ingest {

struct PackedFile {
    std::size_t entry = 0; ///< in the listing
    session::LineRange lines; ///< 0 and 0: the whole file
    std::int64_t tokens = 0; ///< with its header
};

/// A file or folder that does not fit, in the order in which they were cut.
struct Cut {
    std::string path;
    std::int64_t tokens = 0;
    std::string reason; ///< "largest test data; saves 18,204 tokens"
};

struct PackPlan {
    std::vector<PackedFile> files; ///< in their order in the text
    std::vector<Cut> cuts;
    std::int64_t tokens = 0;
    Quality quality = Quality::Estimated;
};

/// Nothing: all that is included.
using Budget = std::optional<std::int64_t>;

[[nodiscard]] PackPlan planPack(const Listing& listing, const Counts& counts, Budget budget);

using ReadFile = std::function<Result<std::string>(const Entry&)>;

struct Pack {
    std::string text;
    std::vector<session::ManifestItem> manifest;
    std::vector<std::string> notices; ///< bytes that are no UTF-8 and were replaced, …
};

/// Blocks: as long as `read` does.
Result<Pack> writePack(const Listing& listing, const PackPlan& plan, const ReadFile& read);

} // namespace tf::ingest
