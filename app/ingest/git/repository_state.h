#pragma once

// What git knows of a folder: its commit, what is staged, and what was found and not obeyed.
//
// Objects, index and references are opened one by one beneath the folder; .git/config is never
// read as settings. What cannot be read leaves the folder without git, with a notice that says so.

#include "app/ingest/git/commit_files.h"
#include "app/ingest/git/head.h"
#include "app/ingest/git/staged_files.h"

namespace tf::ingest {

enum class GitKind : std::uint8_t {
    None, ///< a plain folder, or one whose .git is not taken
    WorkTree,
    Bare, ///< the folder is itself what .git is elsewhere
};

struct RepositoryState {
    GitKind kind = GitKind::None;
    Head head;
    CommitFiles committed;
    std::optional<StagedFiles> staged; ///< nothing: there is no index, or none that can be read
    std::string exclude; ///< .git/info/exclude: what is ignored here alone
    std::vector<std::string> notices;
};

/// `path` is how libgit2 gets to the same folder; "." for the current one. Requires: a GitLibrary.
[[nodiscard]] RepositoryState readRepository(const OpenFolder& root, const std::string& path);

/// The objects of a repository of that kind.
Result<ObjectStore> objectsOf(const OpenFolder& root, const std::string& path, GitKind kind);

} // namespace tf::ingest
