#pragma once

// Where formulas stand in a text: $…$, $$…$$, \(…\) and \[…\], never in code or an address.
//
// One dollar opens only where prices do not: nothing in front of it that belongs to a word, no
// space behind it, none before the one that closes, and no digit or letter after that. Thread: any.

#include <cstddef>
#include <string_view>
#include <vector>

namespace tf::ui {

struct Formula {
    std::size_t begin = 0; ///< of the opener
    std::size_t end = 0; ///< behind the closer
    std::string_view tex;
};

/// Ascending, apart. Takes time linear in `text`.
[[nodiscard]] std::vector<Formula> formulasIn(std::string_view text);

} // namespace tf::ui
