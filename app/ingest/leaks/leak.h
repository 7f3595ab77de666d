#pragma once

// Secrets found in text that is about to leave this machine.
//
// Rules are data: a pattern, words that must stand near, least entropy, an example. A finding holds
// where it is and never the secret itself, but for its first four characters. Thread: any.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tf::ingest {

struct Leak {
    std::string rule; ///< "aws-access-key"
    std::string title; ///< "AWS access key"
    std::string path;
    std::int64_t line = 0; ///< from 1
    std::size_t begin = 0; ///< bytes of the text, for redaction
    std::size_t end = 0;
    std::string beginning; ///< four characters of it

    bool operator==(const Leak&) const = default;
};

[[nodiscard]] std::vector<Leak> findLeaks(std::string_view path, std::string_view text);

/// The same text with each finding replaced by [REDACTED rule]; the number of lines stays.
[[nodiscard]] std::string redact(std::string_view text, const std::vector<Leak>& leaks);

} // namespace tf::ingest
