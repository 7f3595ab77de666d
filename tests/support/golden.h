#pragma once

// A whole text held against a file in tests/golden; TRIFOLD_REBASE=1 rewrites the file.

#include <string>
#include <string_view>

namespace tf::test {

/// True when the run was asked to accept what it gets.
[[nodiscard]] bool rebasing();

/// Empty when `text` equals tests/golden/<name>, else the first line that differs.
[[nodiscard]] std::string compareWithGolden(std::string_view name, std::string_view text);

/// The same against any file; what compareWithGolden does.
[[nodiscard]] std::string compareWithFile(const std::string& path, std::string_view text);

} // namespace tf::test
