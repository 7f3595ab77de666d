#pragma once

// What is said of a file in a tree: why it is left out, what it costs, all of it for the ear.
//
// Thread: main.

#include "ui/context/tree/file_forest.h"

#include <QString>

namespace tf::ui {

/// "src/a.cpp" as it can be shown: nothing hidden, nothing turned around.
[[nodiscard]] QString shownPath(std::string_view path);
/// "included", "left out", "may hold secrets".
[[nodiscard]] QString markWords(FileMark mark);
/// ".gitignore line 12: *.o", "rule -**/testdata/**", "12 of 14 files"; empty: nothing to say.
[[nodiscard]] QString whyWords(const FileForest& forest, FileId id);
/// "1.2K"; "≈ 1.2K" where nobody counted.
[[nodiscard]] QString tokenCell(const FileForest& forest, FileId id);
/// What a screen reader says: "a.cpp, included, 1,840 tokens, 12 %". `budget`: 0: unknown.
[[nodiscard]] QString spokenFile(const FileForest& forest, FileId id, std::int64_t budget);
/// All that is known, for a tool tip.
[[nodiscard]] QString fileDetails(const FileForest& forest, FileId id, std::int64_t budget);

} // namespace tf::ui
