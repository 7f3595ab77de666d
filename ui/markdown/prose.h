#pragma once

// Text with marks: which stretches are strong, code, a link, a formula.
//
// Offsets count UTF-16 units, as Qt's layouts do. Plain values. Thread: any.

#include <QString>

#include <cstdint>
#include <vector>

namespace tf::ui {

enum class Mark : std::uint16_t {
    Strong = 1,
    Emphasis = 2,
    Struck = 4,
    Code = 8,
    Link = 16,
    Maths = 32, ///< TeX, without its dollars
    Picture = 64, ///< the alternative text; the picture itself is never fetched
    Revealed = 128, ///< an invisible or direction-changing character, written out
};

struct Span {
    std::int32_t begin = 0;
    std::int32_t length = 0;
    std::uint16_t marks = 0; ///< of Mark
    std::int32_t target = -1; ///< in Prose::targets, of a link

    [[nodiscard]] bool has(Mark mark) const
    {
        return (marks & static_cast<std::uint16_t>(mark)) != 0;
    }
    bool operator==(const Span&) const = default;
};

/// Spans are ascending and do not overlap; what is in none is plain.
struct Prose {
    QString text; ///< a line break is U+2028
    std::vector<Span> spans;
    std::vector<QString> targets; ///< http, https and mailto alone

    bool operator==(const Prose&) const = default;
};

} // namespace tf::ui
