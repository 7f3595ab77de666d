#pragma once

// Files as the model was shown them, found again in a packed text.
//
// Whatever the text is, what is found lies within it. A head without lines is an empty file, or a
// remark between the files; only who packed it knows. Thread: any.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tf::ingest {

struct FoundFile {
    std::string_view path; ///< in the packed text, as `shown` is
    std::string_view shown; ///< its lines behind their numbers
    std::int64_t numLines = 0;
};

/// In their order.
[[nodiscard]] std::vector<FoundFile> shownFiles(std::string_view packed);

/// The last of that path, whatever letters it has.
[[nodiscard]] std::optional<FoundFile> shownFile(std::string_view packed, std::string_view path);

/// Without the numbers, each with a newline.
[[nodiscard]] std::string plainLines(const FoundFile& file);

} // namespace tf::ingest
