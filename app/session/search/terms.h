#pragma once

// Text as the terms it can be found by: words, parts of identifiers, pairs of ideographs.
//
// A word is a run of letters and digits, folded to lower case without accents; snake_case, foo::bar
// and paths are thus words in a row, found as a phrase. CamelCase is a word and, beside it, its
// parts. Scripts that put no spaces between words become overlapping pairs, so that any piece of
// two characters or more is a phrase, with the single characters beside them as parts. Changing
// this needs a new schema version. Thread: any.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tf::session {

/// Pair: two characters, or the last one of a run.
enum class TermKind : std::uint8_t { Word, Part, Pair };

struct Term {
    std::string text;
    std::size_t begin = 0; ///< its bytes in the text
    std::size_t end = 0;
    TermKind kind = TermKind::Word;
};

/// Longer words are cut off, in texts and in questions alike.
inline constexpr std::size_t kMaxTermBytes = 64;

/// In the order of the text; parts follow their word.
[[nodiscard]] std::vector<Term> termsOf(std::string_view text);

} // namespace tf::session
