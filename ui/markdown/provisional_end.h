#pragma once

// What is open at the end of a text that still grows, closed for the moment: marks, code, links.
//
// "**bold" is shown bold while the rest is on its way, and a mark that may still become another is
// not shown yet. What comes out is read in the text's place and forgotten with the next piece.
// Thread: any.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tf::ui {

struct ProvisionalEnd {
    std::string text; ///< to be read instead
    std::size_t shown = 0; ///< how much of what was given stands in it
    std::uint16_t marks = 0; ///< of Mark: those that what comes next stands in
    bool isUnsure = false; ///< what comes next may not stand there as it is written
};

/// Of a paragraph, a heading or a cell. Takes time linear in `lines`.
[[nodiscard]] ProvisionalEnd provisionalEnd(std::string_view lines);

/// Whether what came may open, close or be a mark.
[[nodiscard]] bool mayMark(std::string_view text);

} // namespace tf::ui
