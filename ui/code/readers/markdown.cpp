#include "ui/code/pen.h"
#include "ui/code/reader.h"

#include <algorithm>

namespace tf::ui {

namespace {

/// A fence of so many letters is open; a tilde's are counted from 256.
constexpr LexState kTilde = 256;

qsizetype runAt(const Pen& pen, char16_t letter)
{
    qsizetype end = pen.at;
    while (end < pen.line.size() && pen.line[end] == letter)
        ++end;
    return end - pen.at;
}

/// The fence that stands here; 0: none.
LexState fenceAt(const Pen& pen)
{
    const qsizetype numTicks = runAt(pen, u'`');
    const qsizetype numTildes = runAt(pen, u'~');
    if (std::max(numTicks, numTildes) < 3)
        return 0;
    return static_cast<LexState>(std::min<qsizetype>(std::max(numTicks, numTildes), 255))
        + (numTildes > 0 ? kTilde : 0);
}

bool closes(LexState fence, LexState open)
{
    return fence != 0 && (fence & kTilde) == (open & kTilde) && fence >= open;
}

/// "- ", "3. ", "> " and the boxes of tasks.
void inkMarkers(Pen& pen)
{
    for (;;) {
        pen.skipSpaces();
        const qsizetype begin = pen.at;
        while (isDigit(pen.peek()))
            ++pen.at;
        const bool isNumber = pen.at > begin && (pen.peek() == u'.' || pen.peek() == u')');
        const bool isSign = pen.at == begin
            && std::u16string_view(u"-*+>").find(pen.peek()) != std::u16string_view::npos;
        const bool isQuote = isSign && pen.peek() == u'>';
        if (pen.atEnd() || (!isNumber && !isSign) || !(isQuote || isSpace(pen.peek(1)))) {
            pen.at = begin;
            break;
        }
        ++pen.at;
        pen.mark(begin, Ink::Macro);
    }
    if (pen.sees("[ ] ") || pen.sees("[x] "))
        pen.take(3, Ink::Macro);
}

/// What stands between two equal signs, and the signs. Where none closes, none will be looked for.
struct Pairs {
    bool mayCode = true;
    bool mayBold = true;
};

void inkCode(Pen& pen, Pairs& pairs)
{
    const qsizetype begin = pen.at;
    const qsizetype size = runAt(pen, u'`');
    pen.at += size;
    while (pairs.mayCode && !pen.atEnd()) {
        pen.skipTo(u"`");
        const qsizetype found = runAt(pen, u'`');
        pen.at += found;
        if (found == size) {
            pen.mark(begin, Ink::String);
            return;
        }
    }
    pairs.mayCode = false;
    pen.at = begin + size;
}

void inkBold(Pen& pen, Pairs& pairs)
{
    const auto end = pairs.mayBold ? pen.line.indexOf(u"**", pen.at + 2) : -1;
    pairs.mayBold = end >= 0;
    pen.take(end < 0 ? 2 : end + 2 - pen.at, end < 0 ? Ink::Plain : Ink::Keyword);
}

/// "[words](address)"; a bracket within ends the look ahead.
void inkLink(Pen& pen)
{
    const qsizetype begin = pen.at++;
    pen.skipTo(u"[]");
    if (!pen.sees("]("))
        return;
    const qsizetype address = pen.at + 1;
    pen.at = begin;
    pen.take(address - begin, Ink::Function);
    ++pen.at;
    pen.skipTo(u"()");
    pen.at += pen.peek() == u')' ? 1 : 0;
    pen.mark(address, Ink::String);
}

void inkInline(Pen& pen)
{
    Pairs pairs;
    while (!pen.atEnd()) {
        const char16_t letter = pen.peek();
        if (letter == u'\\')
            pen.at += 2;
        else if (letter == u'`')
            inkCode(pen, pairs);
        else if (pen.sees("**"))
            inkBold(pen, pairs);
        else if (letter == u'[')
            inkLink(pen);
        else
            ++pen.at;
    }
}

bool isHeading(const Pen& pen)
{
    const qsizetype level = runAt(pen, u'#');
    return level >= 1 && level <= 6 && (isSpace(pen.peek(level)) || pen.peek(level) == 0);
}

} // namespace

InkedLine inkMarkdown(LexState before, QStringView line)
{
    Pen pen{line, 0, {}};
    pen.skipSpaces();
    const LexState fence = fenceAt(pen);
    if (before != 0) {
        const bool isOver = closes(fence, before);
        pen.at = 0;
        pen.takeRest(isOver ? Ink::Macro : Ink::String);
        return {std::move(pen.spans), isOver ? 0 : before};
    }
    if (fence != 0) {
        pen.takeRest(Ink::Macro);
    } else if (isHeading(pen)) {
        pen.takeRest(Ink::Function);
    } else {
        inkMarkers(pen);
        inkInline(pen);
    }
    return {std::move(pen.spans), fence};
}

} // namespace tf::ui
