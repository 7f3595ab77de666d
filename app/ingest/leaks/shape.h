#pragma once

// What a kind of secret looks like: literals and runs of characters, in order.
//
// "ghp_{a36-255}" is "ghp_" and 36 to 255 letters or digits. A run takes all that it can and never
// gives back, so a match costs one look at each character. Behind a brace stands the alphabet:
//   d digits   x 0-9a-f   X either case   l a-z0-9   u A-Z0-9   A letters   a letters and digits
//   w a and _   t w and -   q t and =   e q and .   z t and .~   b a and +/   m b and =_-   =
//   itself j m and a backslash   v j and line ends   p all but spaces and quotes
// and a count, a range or "20+"; {U} is a UUID. Thread: any.

#include "app/ingest/leaks/span.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tf::ingest {

struct ShapePiece {
    std::string_view literal; ///< or empty, and then a run:
    std::uint16_t alphabet = 0;
    std::size_t least = 0;
    std::size_t most = 0;
};

/// Whether a byte is of an alphabet, as pieces name it.
[[nodiscard]] bool isOf(char letter, std::uint16_t alphabet);

class Shape {
public:
    /// Requires: a shape as above; what is not one fits nothing.
    explicit Shape(std::string_view spelled);

    /// The literal by which a match is found in a text: its first piece, or the longest. Empty when
    /// it has none.
    [[nodiscard]] std::string_view anchor() const;
    [[nodiscard]] const std::vector<ShapePiece>& pieces() const { return m_pieces; }

    /// Where it stands around its anchor, which begins at `at`; before and behind it no word goes
    /// on.
    [[nodiscard]] std::optional<Span> around(std::string_view text, std::size_t at) const;
    /// Where it stands from `at` on, up to the end of a word.
    [[nodiscard]] std::optional<Span> from(std::string_view text, std::size_t at) const;

private:
    void addRun(std::string_view spelled);
    void addUuid();
    [[nodiscard]] std::optional<std::size_t> endFrom(std::string_view text, std::size_t at,
                                                     std::size_t pieceIdx) const;

    std::vector<ShapePiece> m_pieces;
    std::size_t m_anchorIdx = 0;
};

} // namespace tf::ingest
