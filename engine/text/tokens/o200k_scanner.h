#pragma once

// The o200k split pattern by hand: cuts text into the pieces that the regular expression would
// match, without its backtracking, several hundred megabytes a second.
//
// The pattern's alternatives in order, with what makes each of them linear here, stand beside the
// functions in the source. A test holds this scanner against PCRE2 running the pattern itself.

#include "engine/text/tokens/char_table.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace tf::text {

/// The pattern as tokenizer.json files spell it; only this very text is scanned by hand.
extern const std::string_view kO200kPattern;

class O200kScanner {
public:
    /// Requires: `table` outlives this object.
    explicit O200kScanner(const CharTable& table)
        : m_classes(table.classes())
    {
    }

    /// The ends of the pieces from `from` on, as many as fit; returns how many. Requires: valid
    /// UTF-8, `from` is 0 or the end of a piece of this same text. Thread: any.
    std::size_t split(std::string_view text, std::size_t from, std::span<std::size_t> ends) const;

private:
    const std::uint8_t* m_classes;
};

} // namespace tf::text
