#pragma once

// The files of a commit: its trees read one after the other, within limits.

#include "app/ingest/git/object_store.h"

#include <vector>

namespace tf::ingest {

enum class TreeMode : std::uint8_t { File, Link, Submodule };

struct CommitFile {
    std::string path;
    TreeMode mode = TreeMode::File;
    ObjectName name;
};

/// A name that no file may have, as it is shown, and what is wrong with it.
struct BadPath {
    std::string shown;
    std::string fault;
};

struct CommitFiles {
    std::vector<CommitFile> files; ///< by the bytes of their paths
    std::vector<BadPath> bad; ///< what lies in such a folder is not listed
};

struct TreeLimits {
    std::size_t entries = 400'000; ///< files and folders
    std::size_t depth = 128;
    std::size_t visits = 1000; ///< of one and the same folder
    std::int64_t treeBytes = 32 << 20; ///< of one tree
};

/// Corrupt when a tree makes no sense, BadInput when a limit is reached.
Result<CommitFiles> filesOf(ObjectStore& store, const ObjectName& tree,
                            const TreeLimits& limits = {});

} // namespace tf::ingest
