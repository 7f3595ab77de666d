#pragma once

// A name, a sign between them, a value: "api_key = '…'", "apiKey: …", `<key>…`, `("key", "…")`.
//
// Read from a word within the name. No quotes, brackets or line ends are balanced: what stands
// where a value would is one. Thread: any.

#include "app/ingest/leaks/span.h"

#include <optional>

namespace tf::ingest {

enum class Quoting {
    Quoted,
    Bare,
};

struct Assignment {
    Span name; ///< with what stands in it before and behind the word
    Span value; ///< without quotes
    Quoting quoting = Quoting::Bare;
    char sign = '='; ///< the first character of what stands between
};

/// The one whose name holds the word that stands at `word`.
[[nodiscard]] std::optional<Assignment> assignmentAround(std::string_view text, Span word);

} // namespace tf::ingest
