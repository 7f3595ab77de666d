#pragma once

// The files of the repository that people write, read once into memory.
//
// Reads folders, not git's index, so that a source package without .git is checked too. Build
// folders, hidden ones, and the data of tests (golden texts, pictures, fuzz inputs) are left out.

#include "tests/arch/source_file.h"

#include <filesystem>

namespace tf::test::arch {

struct SourceTree {
    std::vector<SourceFile> files; ///< sorted by path

    [[nodiscard]] const SourceFile* find(std::string_view path) const;
};

[[nodiscard]] SourceTree readTree(const std::filesystem::path& root);

} // namespace tf::test::arch
