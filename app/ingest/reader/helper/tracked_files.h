#pragma once

// What git knows of a path: in the commit, in the index, or in both.
//
// Without an index everything in the commit is tracked. The state must outlive it.

#include "app/ingest/git/repository_state.h"
#include "app/ingest/listing.h"

#include <unordered_map>

namespace tf::ingest {

struct TrackedFile {
    const StagedFile* staged = nullptr;
    const CommitFile* committed = nullptr;

    [[nodiscard]] bool isTracked() const { return staged != nullptr || committed != nullptr; }
    [[nodiscard]] bool isSubmodule() const;
    /// What git last knew the content to be; nothing in the middle of a merge.
    [[nodiscard]] std::optional<ObjectName> content() const;
    /// The state of a file with that content.
    [[nodiscard]] FileState stateOf(const ObjectName& content) const;
};

class TrackedFiles {
public:
    explicit TrackedFiles(const RepositoryState& state);

    /// Neither, when git does not track it.
    [[nodiscard]] TrackedFile find(const std::string& path) const;
    /// True when something in that folder is tracked.
    [[nodiscard]] bool hasBelow(const std::string& folder) const;

private:
    const RepositoryState& m_state;
    std::unordered_map<std::string_view, TrackedFile> m_files;
};

} // namespace tf::ingest
