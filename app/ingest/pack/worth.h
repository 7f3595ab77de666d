#pragma once

// What a file is worth to somebody who asks about a repository: the least goes first when a budget
// is tight.
//
// Told from the path alone, so that the same tree is always cut the same way. Thread: any.

#include <cstdint>
#include <string_view>

namespace tf::ingest {

/// From what goes first to what goes last.
enum class Worth : std::uint8_t { Data, Tests, Documents, Settings, Source, Entrance };

inline constexpr int kNumWorths = 6;

/// Entrance: what says how the whole is built and what it is for, in the root folder.
[[nodiscard]] Worth worthOf(std::string_view path);

/// "data", "tests", …
[[nodiscard]] std::string_view name(Worth worth);

/// When it goes, in words: "tests go after data".
[[nodiscard]] std::string_view turnOf(Worth worth);

} // namespace tf::ingest
