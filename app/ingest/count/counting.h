#pragma once

// Exact counts on several cores: each thread reads contents in its own way, and encodes them.
//
// Threads are started here although the house starts them elsewhere only: they live for one call,
// share the tokenizer and a counter, hand over their results in a mailbox and are joined before it
// returns. Each takes the next few files when it is free.

#include "app/ingest/count/token_counts.h"

namespace tf::ingest {

using ReadContent = std::function<Result<FileContent>(const Entry&)>;
/// Called once on every thread; what it returns stays there.
using OpenContents = std::function<Result<ReadContent>()>;

struct FileCount {
    std::size_t entry = 0; ///< in the listing
    std::string blob;
    std::int64_t tokens = 0;
    std::int64_t bytes = 0;
    std::string problem; ///< not empty: it could not be counted
};

/// On the calling thread, a few files at a time.
using TakeCounts = std::function<void(const std::vector<FileCount>&)>;

/// Counts those entries, in any order. An error when no thread could open; cancelled, what is
/// counted by then is taken. Requires: numThreads > 0. Blocks: until done.
Result<> countEntries(const Listing& listing, const std::vector<std::size_t>& entries,
                      const text::Tokenizer& tokenizer, unsigned numThreads,
                      const OpenContents& open, const CancelToken& cancel, const TakeCounts& take);

} // namespace tf::ingest
