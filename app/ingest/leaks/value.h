#pragma once

// Whether a value can be a secret at all, or stands for one: "changeme", "${TOKEN}", "xxxx".
//
// Thread: any.

#include <string_view>

namespace tf::ingest {

/// Shannon's, in bits a character.
[[nodiscard]] double entropyOf(std::string_view value);

/// Words that people write where a secret belongs, looked up from an environment or left to fill
/// in.
[[nodiscard]] bool isPlaceholder(std::string_view value);

/// As drawn by a machine: letters and digits, upper and lower change every `most` characters or
/// more often, as they never do within names.
[[nodiscard]] bool looksDrawn(std::string_view value, std::size_t most = 5);

/// The same word in any case.
[[nodiscard]] bool containsFolded(std::string_view text, std::string_view lower);

} // namespace tf::ingest
