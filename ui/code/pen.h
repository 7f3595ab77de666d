#pragma once

// A place in a line, and the coloured stretches up to it.
//
// Only the beginning of a very long line gets colours; all of it is read. Thread: any.

#include "ui/code/lexer.h"

#include <string_view>

namespace tf::ui {

struct Pen {
    /// What stands behind it in a line is plain.
    static constexpr qsizetype kMostInked = 20'000;

    QStringView line;
    qsizetype at = 0;
    std::vector<InkSpan> spans;

    [[nodiscard]] bool atEnd() const { return at >= line.size(); }
    /// 0 beyond either end.
    [[nodiscard]] char16_t peek(qsizetype ahead = 0) const
    {
        const qsizetype place = at + ahead;
        return place >= 0 && place < line.size() ? line[place].unicode() : u'\0';
    }
    /// `ascii` stands here.
    [[nodiscard]] bool sees(std::string_view ascii) const;
    /// Colours from `begin` to here. Requires: what lies before `begin` is done with.
    void mark(qsizetype begin, Ink ink);
    /// Goes on by so many letters, in one colour.
    void take(qsizetype numLetters, Ink ink);
    void takeRest(Ink ink) { take(line.size() - at, ink); }
    void skipSpaces();
    /// Goes on to the next of these letters or the end.
    void skipTo(std::u16string_view letters);
};

[[nodiscard]] inline bool isSpace(char16_t letter)
{
    return letter == u' ' || letter == u'\t';
}

[[nodiscard]] inline bool isDigit(char16_t letter)
{
    return letter >= u'0' && letter <= u'9';
}

/// Of a name in ASCII.
[[nodiscard]] inline bool isNameLetter(char16_t letter)
{
    const auto small = static_cast<char16_t>(letter | 0x20);
    return (small >= u'a' && small <= u'z') || isDigit(letter) || letter == u'_';
}

} // namespace tf::ui
