#pragma once

// What a user types into the search box, as a question to the full-text index.
//
// Words stand for themselves and must all be there; what is written without a space between
// (foo_bar, a/b.cpp) or in "quotes" must follow each other. Nothing else has a meaning, so no input
// is a mistake. Thread: any.

#include "app/session/search/terms.h"

namespace tf::session {

/// Open: the last word may be the beginning of a longer one.
enum class LastWord : std::uint8_t { Whole, Open };

/// Terms in a row.
struct Phrase {
    std::vector<std::string> terms;
    bool isOpen = false; ///< the last term is the beginning of one
};

[[nodiscard]] std::vector<Phrase> wantedIn(std::string_view typed, LastWord lastWord);

/// In the language of FTS5; empty when nothing is wanted.
[[nodiscard]] std::string matchOf(const std::vector<Phrase>& wanted);

} // namespace tf::session
