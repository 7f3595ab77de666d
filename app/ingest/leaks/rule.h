#pragma once

// The kinds of secret that are known by their look, as data.
//
// A token is known by itself; a named value only behind a name with one of the words in it:
// "adafruit" before "= 0123…". Of several that fit, the one higher up counts. Thread: any.

#include <span>
#include <string_view>

namespace tf::ingest {

struct Rule {
    std::string_view id;
    std::string_view title;
    std::string_view
        names; ///< words parted by '|', of which the value's name holds one; empty: a token
    std::string_view shape; ///< as in Shape
    double entropy = 0; ///< bits a character, at least, of what stands for its runs
};

[[nodiscard]] std::span<const Rule> tokenRules();
[[nodiscard]] std::span<const Rule> namedRules();

} // namespace tf::ingest
