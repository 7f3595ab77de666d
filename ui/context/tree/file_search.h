#pragma once

// Files whose paths hold some words or match a glob, found a few thousand at a time.
//
// Words are looked for in the whole path, capitals or not; `*`, `?` and `[` make a glob of them.
// Thread: one at a time.

#include "app/ingest/rules/glob.h"
#include "ui/context/tree/file_forest.h"

#include <optional>

namespace tf::ui {

class FileSearch {
public:
    /// Requires: `forest` outlives it, and stays as it is but for its sums.
    FileSearch(const FileForest& forest, std::string query);

    /// Looks at some thousand more; false: there are none left.
    bool advance();
    /// So far, by path.
    [[nodiscard]] const std::vector<FileId>& found() const { return m_found; }
    /// A glob that nothing can match.
    [[nodiscard]] bool isBroken() const { return m_glob && m_glob->isBroken(); }

private:
    [[nodiscard]] bool matches(FileId id);

    const FileForest& m_forest;
    std::string m_words; ///< in small letters
    std::optional<ingest::Glob> m_glob;
    std::string m_small; ///< of the path that is looked at
    std::vector<FileId> m_found;
    FileId m_next = 1;
};

} // namespace tf::ui
