#pragma once

// Source code as coloured stretches, line by line.
//
// A line is read from the state in which the one before it ended, so a change is followed only
// until the states agree again. Languages are rows of data. No line, however long or broken, is a
// mistake. Thread: any.

#include <QStringView>

#include <cstdint>
#include <span>
#include <vector>

namespace tf::ui {

enum class Ink : std::uint8_t {
    Plain,
    Keyword,
    Type, ///< and constants of the language: true, None
    String,
    Number,
    Comment,
    Function, ///< a name before a parenthesis; a heading of a section
    Macro, ///< preprocessor, decorators, attributes
    Inserted, ///< of a patch
    Removed,
};

struct InkSpan {
    std::int32_t begin = 0; ///< UTF-16 units of the line
    std::int32_t length = 0;
    Ink ink = Ink::Plain;

    bool operator==(const InkSpan&) const = default;
};

/// Where a line ended: in what comment or string, how deep. 0 is the beginning of a file.
using LexState = std::uint64_t;

struct InkedLine {
    std::vector<InkSpan> spans; ///< ascending, no overlap; what is in none is plain
    LexState after = 0;
};

struct Language;

/// By the first word of a fence, or a file's name or ending: "cpp", "src/main.cpp", "Dockerfile".
/// nullptr: nobody knows it.
[[nodiscard]] const Language* languageNamed(QStringView name);
/// "C++".
[[nodiscard]] QString displayName(const Language& language);
[[nodiscard]] std::span<const Language> languages();

/// `line` without its end.
[[nodiscard]] InkedLine ink(const Language& language, LexState before, QStringView line);

} // namespace tf::ui
