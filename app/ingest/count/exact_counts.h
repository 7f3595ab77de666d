#pragma once

// Exact counts of a listing: what is remembered at once, the rest from contents.
//
// Where contents come from is the caller's: a process for each thread, or a stand-in of a test.

#include "app/ingest/count/counting.h"

namespace tf::ingest {

struct CountJob {
    std::filesystem::path root;
    std::filesystem::path cache;
    OpenContents open;
    unsigned mostThreads = 1;
};

/// As countExactly() does. Blocks: until counted or cancelled.
Result<Counted> countBy(const CountJob& job, Listing& listing, const text::Tokenizer& tokenizer,
                        const CancelToken& cancel,
                        const std::function<void(const CountProgress&)>& progress);

} // namespace tf::ingest
