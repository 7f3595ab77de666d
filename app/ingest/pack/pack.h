#pragma once

// Files packed into one text for the model: in an order that stays, with headers to cite from,
// within a budget of tokens, and with a reason for each file that does not fit.
//
// The same listing and choice give the same bytes. Files stand by path, and what changes with every
// commit stands at the end, so that the model's prefix cache lives on. Plain values. Thread: any.

#include "app/ingest/count/token_counts.h"
#include "app/session/turn.h"

#include <functional>
#include <optional>

namespace tf::ingest {

struct PackedFile {
    std::size_t entry = 0; ///< in the listing
    std::int64_t tokens = 0; ///< with its header
};

/// A file that does not fit.
struct Cut {
    std::string path;
    std::int64_t tokens = 0; ///< saved
    std::string reason; ///< "over the budget: data goes first"
};

struct PackPlan {
    std::vector<PackedFile> files; ///< in their order in the text
    std::vector<Cut> cuts; ///< in the order in which they were made
    std::int64_t tokens = 0; ///< of the whole text
    Quality quality = Quality::Estimated;
};

/// Nothing: all that is included.
using Budget = std::optional<std::int64_t>;
/// Tokens of a short text. Exact plans need the model's own tokenizer here.
using CountText = std::function<std::int64_t(std::string_view)>;

/// For plans made of estimates.
[[nodiscard]] std::int64_t roughCount(std::string_view text);

/// `counts` are those of the listing's entries, in their order.
[[nodiscard]] PackPlan planPack(const Listing& listing, const Counts& counts, Budget budget,
                                const CountText& count = roughCount);

/// The content as it is now, which is what the manifest then names.
using ReadFile = std::function<Result<FileContent>(const Entry&)>;

struct Pack {
    std::string text;
    std::vector<session::ManifestItem> manifest; ///< one a file
    std::vector<std::string> notices; ///< bytes that are no UTF-8 and were replaced
};

/// Fails when one of the files cannot be read. Blocks: as long as `read` does.
Result<Pack> writePack(const Listing& listing, const PackPlan& plan, const ReadFile& read);

} // namespace tf::ingest
