#include "ui/code/pen.h"
#include "ui/code/reader.h"
#include "ui/code/word_table.h"

#include <algorithm>

namespace tf::ui {

namespace {

enum YamlState : LexState { kFlow, kInDouble, kInSingle, kInBlock };

/// A block's lines are indented by more than `indent - 1` letters.
constexpr LexState blockIn(qsizetype indent)
{
    return static_cast<LexState>(std::min<qsizetype>(indent, 1 << 20)) << 8 | kInBlock;
}

LexState inkQuoted(Pen& pen, qsizetype begin, LexState state)
{
    const char16_t quote = state == kInDouble ? u'"' : u'\'';
    for (; !pen.atEnd(); ++pen.at) {
        if (pen.peek() == u'\\' && state == kInDouble) {
            ++pen.at;
        } else if (pen.peek() == quote) {
            if (state == kInDouble || pen.peek(1) != quote)
                break;
            ++pen.at;
        }
    }
    const bool isOver = !pen.atEnd();
    pen.at = std::min(pen.at + 1, pen.line.size());
    const bool isKey = isOver && pen.peek() == u':';
    pen.mark(begin, isKey ? Ink::Type : Ink::String);
    return isOver ? LexState{kFlow} : state;
}

bool isNumber(QStringView word)
{
    const auto isOfNumber = [](QChar letter) {
        return isDigit(letter.unicode()) || QStringView(u"+-._eExXabcdefABCDEF").contains(letter);
    };
    const auto first = word.front() == u'-' || word.front() == u'+' ? word.mid(1) : word;
    return !first.isEmpty() && isDigit(first.front().unicode())
        && std::all_of(word.begin(), word.end(), isOfNumber);
}

Ink inkOfWord(QStringView word)
{
    static const WordTable constants = [] {
        WordTable table(Casing::Any);
        table.add("true false null yes no on off ~", WordKind::Type);
        return table;
    }();
    if (constants.find(word) == WordKind::Type)
        return Ink::Type;
    const QChar first = word.front();
    if (first == u'&' || first == u'*' || first == u'!')
        return Ink::Macro;
    return isNumber(word) ? Ink::Number : Ink::Plain;
}

/// "name:", up to the colon that a space or the line's end follows; the pen stays where it is.
qsizetype keyEndFrom(const Pen& pen)
{
    for (qsizetype end = pen.at; end < pen.line.size(); ++end) {
        const char16_t letter = pen.line[end].unicode();
        const char16_t next = end + 1 < pen.line.size() ? pen.line[end + 1].unicode() : u' ';
        if (letter == u':' && isSpace(next))
            return end;
        if (letter == u'#' && end > pen.at && isSpace(pen.line[end - 1].unicode()))
            break;
        if (end == pen.at && QStringView(u"\"'{[|>").contains(QChar(letter)))
            break;
    }
    return -1;
}

/// Values, and the keys of maps in braces.
LexState inkFlow(Pen& pen, qsizetype indent)
{
    while (!pen.atEnd()) {
        const char16_t letter = pen.peek();
        const qsizetype begin = pen.at;
        if (letter == u'#' && (begin == 0 || isSpace(pen.peek(-1)))) {
            pen.takeRest(Ink::Comment);
        } else if (letter == u'"' || letter == u'\'') {
            const LexState state = letter == u'"' ? kInDouble : kInSingle;
            ++pen.at;
            if (inkQuoted(pen, begin, state) != kFlow)
                return state;
        } else if (isSpace(letter) || QStringView(u"[]{},:").contains(QChar(letter))) {
            ++pen.at;
        } else {
            pen.skipTo(u" \t,[]{}:");
            while (pen.peek() == u':' && !isSpace(pen.peek(1)) && pen.peek(1) != 0) {
                ++pen.at; // of an address
                pen.skipTo(u" \t,[]{}:");
            }
            const QStringView word = pen.line.sliced(begin, pen.at - begin);
            const bool isBlock = (letter == u'|' || letter == u'>') && word.size() <= 3;
            pen.mark(begin,
                     isBlock                  ? Ink::Keyword
                         : pen.peek() == u':' ? Ink::Type
                                              : inkOfWord(word));
            if (isBlock && indent >= 0)
                return blockIn(indent);
        }
    }
    return kFlow;
}

LexState inkEntry(Pen& pen)
{
    pen.skipSpaces();
    if (pen.at == 0 && (pen.sees("---") || pen.sees("..."))) {
        pen.take(3, Ink::Macro);
        return inkFlow(pen, 0);
    }
    if (pen.peek() == u'#' || (pen.at == 0 && pen.peek() == u'%')) {
        pen.takeRest(pen.peek() == u'#' ? Ink::Comment : Ink::Macro);
        return kFlow;
    }
    qsizetype indent = 0;
    while (pen.peek() == u'-' && (isSpace(pen.peek(1)) || pen.peek(1) == 0)) {
        indent = pen.at + 1;
        pen.take(1, Ink::Keyword);
        pen.skipSpaces();
    }
    const qsizetype key = keyEndFrom(pen);
    if (key >= 0) {
        indent = pen.at + 1;
        pen.take(key - pen.at, Ink::Type);
        ++pen.at;
    }
    return inkFlow(pen, indent);
}

} // namespace

InkedLine inkYaml(LexState before, QStringView line)
{
    Pen pen{line, 0, {}};
    LexState after = before;
    if ((before & 255) == kInBlock) {
        pen.skipSpaces();
        const bool isWithin = pen.atEnd() || pen.at >= static_cast<qsizetype>(before >> 8);
        if (isWithin)
            pen.takeRest(Ink::String);
        else
            pen.at = 0;
        if (isWithin)
            return {std::move(pen.spans), before};
        after = inkEntry(pen);
    } else if (before == kInDouble || before == kInSingle) {
        after = inkQuoted(pen, 0, before);
        if (after == kFlow)
            after = inkFlow(pen, -1);
    } else {
        after = inkEntry(pen);
    }
    return {std::move(pen.spans), after};
}

} // namespace tf::ui
