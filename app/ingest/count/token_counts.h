#pragma once

// Tokens of each file: an estimate at once, exact in the background, kept by content.
//
// Counted is what the model is shown: each line behind its number, the file's header not included.
// Exact counts come from the model's own tokenizer, over several threads, and are remembered by
// blob, so that the second time only what changed is counted. Estimates come from size and kind of
// file.

#include "app/ingest/listing.h"
#include "app/ingest/reader/repository.h"
#include "engine/text/tokens/tokenizer.h"

#include <filesystem>
#include <span>

namespace tf::ingest {

enum class Quality : std::uint8_t { Estimated, Exact };

struct Count {
    std::int64_t tokens = 0;
    Quality quality = Quality::Estimated;

    bool operator==(const Count&) const = default;
};

/// One an entry, in their order; entries that are left out count as if they were sent.
using Counts = std::vector<Count>;

struct CountProgress {
    std::int64_t files = 0;
    std::int64_t totalFiles = 0;
    std::int64_t bytes = 0;
};

/// Never reads a file. Thread: any.
[[nodiscard]] Counts estimate(const Listing& listing);

/// Exact counts of what is included; files that cannot be read keep their estimate and are named in
/// `notices`. Blobs that were read are put into the entries.
struct Counted {
    Counts counts;
    std::vector<std::string> notices;
};

/// `cache` is a file, made where it is missing; without one that can be written all is counted
/// anew. Progress comes on the calling thread. Blocks: until counted or cancelled (what was counted
/// until then stays in the cache).
Result<Counted> countExactly(Listing& listing, const std::filesystem::path& root,
                             const text::Tokenizer& tokenizer, const std::filesystem::path& cache,
                             const CancelToken& cancel,
                             const std::function<void(const CountProgress&)>& progress = {});

} // namespace tf::ingest
