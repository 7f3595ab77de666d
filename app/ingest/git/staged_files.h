#pragma once

// The index: what git last knew of each tracked file, and when.
//
// With it a file whose size and times are unchanged need not be read to know its content. Nothing
// in it is believed beyond that; what it names is only looked for beneath the root.

#include "app/ingest/git/object_name.h"
#include "app/ingest/reader/beneath/open_folder.h"

#include <vector>

namespace tf::ingest {

struct FileTime {
    std::int64_t seconds = 0;
    std::uint32_t nanoseconds = 0;

    auto operator<=>(const FileTime&) const = default;
};

struct StagedFile {
    std::string path;
    ObjectName name;
    std::uint32_t mode = 0; ///< as in a tree
    std::uint32_t size = 0; ///< the lower 32 bits
    std::uint32_t inode = 0;
    FileTime modified;
    FileTime changed;
    bool isConflict = false; ///< in the middle of a merge; stands once
    bool isSkipped = false; ///< outside a sparse checkout
};

struct StagedFiles {
    std::vector<StagedFile> files; ///< by the bytes of their paths
    FileTime written; ///< what was modified since then may have changed unseen
};

/// NotFound when there is none; Corrupt when it is damaged or of a kind that is not read. `path` is
/// where libgit2 finds the same file as `git`/index. Requires: a GitLibrary.
Result<StagedFiles> readStaged(const OpenFolder& git, const std::string& path);

/// True when the file must be as it was staged: its size and times are the same, and it was not
/// modified so late that they could be the same by chance.
[[nodiscard]] bool isAsStaged(const StagedFile& staged, const FileTime& written,
                              const struct stat& facts);

} // namespace tf::ingest
