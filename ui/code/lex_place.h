#pragma once

// Where a line begins or ends, as the scanner speaks of it: what a LexState holds.
//
// 64 bits: the mode 4, the string's form 4, the tag 20, three levels of code within strings 12
// each. A tag too long for its bits is known by its hash. Thread: any.

#include "ui/code/lexer.h"

#include <array>

namespace tf::ui {

enum class LexMode : std::uint8_t {
    Code,
    Comment, ///< tag: how deep
    String,
    RawTag, ///< tag: hash of what closes it
    RawHashes, ///< tag: how many
    LongString, ///< tag: how many '='
    LongComment,
    Heredoc, ///< tag: hash of its last line; the lowest bit: that may be indented
};

inline constexpr std::uint32_t kMostTag = (1U << 20) - 1;

/// Code within a string, up to the bracket that closes it.
struct LexHole {
    std::uint8_t form = 0; ///< of the string around it, plus one; 0: there is none
    std::uint8_t depth = 0; ///< brackets open within
};

struct LexPlace {
    LexMode mode = LexMode::Code;
    std::uint8_t form = 0;
    std::uint32_t tag = 0;
    std::array<LexHole, 3> holes; ///< outermost first

    /// As many as are nested; what stands behind an empty one does not count.
    [[nodiscard]] int numHoles() const;
};

/// 20 bits.
[[nodiscard]] std::uint32_t tagHash(QStringView tag);
[[nodiscard]] LexState packed(const LexPlace& place);
/// Of any bits at all: what was never packed is a place too.
[[nodiscard]] LexPlace unpacked(LexState state);

} // namespace tf::ui
