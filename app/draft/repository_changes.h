#pragma once

// What became of a repository since it was sent: found, counted, packed for the next question.
//
// Contents of which nobody knows the name are read to say whether they are others. Thread: one at a
// time. Blocks: until the repository's reading process has answered.

#include "app/draft/draft.h"
#include "app/ingest/pack/changes.h"

namespace tf::draft {

struct FoundChanges {
    CountedListing now;
    ingest::Changes changes;
    ingest::PackPlan plan; ///< of what is new or changed

    [[nodiscard]] std::size_t numFiles() const
    {
        return changes.added.size() + changes.changed.size() + changes.removed.size();
    }
};

/// `sent` is Earlier::files. Without a tokenizer what is rough.
Result<FoundChanges> findChanges(ingest::Repository& repository, const RepositoryWish& wish,
                                 std::span<const session::ManifestItem> sent,
                                 const text::Tokenizer* tokenizer, const CancelToken& cancel,
                                 const Progress& progress);

/// Requires: there are some.
Result<RepositoryPart> packChanges(ingest::Repository& repository, const RepositoryWish& wish,
                                   const FoundChanges& found, LeakGate& gate,
                                   const CancelToken& cancel, const Progress& progress);

} // namespace tf::draft
