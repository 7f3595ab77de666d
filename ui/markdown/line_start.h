#pragma once

// What a line begins, told by its first characters: a heading, a rule, a fence, an item, a formula.
//
// Each function takes a line from its first character that is no white space. Thread: any.

#include <cstdint>
#include <optional>
#include <string_view>

namespace tf::ui {

/// A line that is so far in begins nothing but code.
constexpr int kCodeIndent = 4;

struct HeadingLine {
    std::uint8_t level = 1;
    std::string_view text;
};
[[nodiscard]] std::optional<HeadingLine> headingAt(std::string_view line);
/// The level of the heading that this line makes of the paragraph before it; 0: of none.
[[nodiscard]] std::uint8_t underlineLevel(std::string_view line);
[[nodiscard]] bool isRule(std::string_view line);

struct FenceLine {
    char mark = '`';
    std::size_t count = 3;
    std::string_view info;
};
[[nodiscard]] std::optional<FenceLine> fenceAt(std::string_view line);
[[nodiscard]] bool closesFence(std::string_view line, const FenceLine& fence);

struct ItemMarker {
    char mark = '-'; ///< a bullet, or what stands behind the number
    bool isNumber = false;
    std::int32_t number = 0;
    std::size_t size = 1;
};
[[nodiscard]] std::optional<ItemMarker> markerAt(std::string_view line);

/// "[ ]" or "[x]" in front of an item's text.
enum class TaskMark : std::uint8_t { None, Open, Done };
[[nodiscard]] TaskMark taskAt(std::string_view line);

/// A formula that stands alone: "$$" or "\[".
struct FormulaLine {
    std::string_view closer;
    std::string_view tex; ///< what follows on the line, without the closer
    bool isClosed = false;
};
[[nodiscard]] std::optional<FormulaLine> formulaAt(std::string_view line);

/// Whether a line that has only begun may still become something else than text: it is not shown
/// before that is known.
[[nodiscard]] bool isUndecided(std::string_view line);

/// Without white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

} // namespace tf::ui
