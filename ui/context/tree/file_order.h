#pragma once

// In which order the files of each folder stand: by name, folders first, or the costliest first.
//
// A plain value of a forest; stays as it is when the forest's sums change. Thread: any.

#include "ui/context/tree/file_forest.h"

namespace tf::ui {

enum class FileSort : std::uint8_t { Name, Tokens };

class FileOrder {
public:
    FileOrder() = default;
    FileOrder(const FileForest& forest, FileSort sort);

    [[nodiscard]] FileSort sort() const { return m_sort; }
    /// What is directly in that folder.
    [[nodiscard]] std::span<const FileId> children(FileId folder) const;
    /// Its place among those beside it.
    [[nodiscard]] int row(FileId id) const { return m_rows[static_cast<std::size_t>(id)]; }

private:
    FileSort m_sort = FileSort::Name;
    std::vector<std::uint32_t> m_begins; ///< of each node's children; one more for the end
    std::vector<FileId> m_children;
    std::vector<std::int32_t> m_rows;
};

/// True when `one` stands before `other`; for a flat list, too.
[[nodiscard]] bool costsMore(const FileForest& forest, FileId one, FileId other);

} // namespace tf::ui
