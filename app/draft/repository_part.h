#pragma once

// What of a repository goes with a question: listed, counted, planned within a budget, packed.
//
// Each step takes what the one before it gave, so that a plan can be shown before anything is read.
// Thread: one at a time. Blocks: until the repository's reading process has answered.

#include "app/draft/leak_gate.h"
#include "app/ingest/pack/pack.h"
#include "app/session/session.h"

namespace tf::draft {

struct RepositoryWish {
    std::filesystem::path folder; ///< see namedFolder()
    ingest::RuleChoice choice = {};
    std::string title = {}; ///< empty: the folder's name
    std::string place = {}; ///< where the user has it from; empty: the folder
    std::string ref = {}; ///< of a bundle or an address: what the user asked for
};

enum class Step : std::uint8_t { Listing, Counting, Packing };

/// Files, of how many; 0: nobody knows yet.
using Progress = std::function<void(Step, std::int64_t done, std::int64_t total)>;

struct CountedListing {
    ingest::Listing listing;
    ingest::Counts counts;
};

struct RepositoryPart {
    session::Source source;
    ingest::Pack pack;
    ingest::PackPlan plan; ///< that it was packed by
};

/// From the root, and ending in the folder's own name, so that "." has one, too. Blocks: on the
/// disk.
[[nodiscard]] std::filesystem::path namedFolder(const std::filesystem::path& folder);

/// Without a tokenizer what is rough. Requires: the tokenizer outlives it.
[[nodiscard]] ingest::CountText countingWith(const text::Tokenizer* tokenizer);

/// Exact with a tokenizer, else estimates.
Result<CountedListing> countRepository(ingest::Repository& repository, const RepositoryWish& wish,
                                       const text::Tokenizer* tokenizer, const CancelToken& cancel,
                                       const Progress& progress);

using WritePack = std::function<Result<ingest::Pack>(
    const ingest::Listing&, const ingest::PackPlan&, const ingest::ReadFile&)>;

/// Reads what is planned; each file passes the gate.
Result<RepositoryPart> packRepository(ingest::Repository& repository, const RepositoryWish& wish,
                                      const ingest::Listing& listing, ingest::PackPlan plan,
                                      LeakGate& gate, const CancelToken& cancel,
                                      const Progress& progress,
                                      const WritePack& write = ingest::writePack);

} // namespace tf::draft
