#include "ui/code/pen.h"
#include "ui/code/reader.h"

namespace tf::ui {

namespace {

enum MarkupState : LexState {
    kText,
    kRemark,
    kTag,
    kDouble,
    kSingle,
    kCharacterData,
    kDeclaration
};

bool isOfTagName(char16_t letter)
{
    return isNameLetter(letter) || letter == u'-' || letter == u':' || letter == u'.'
        || letter == u'@' || letter >= 0x80;
}

/// Up to the closing words, which belong to it, in one colour.
LexState inkUpTo(Pen& pen, QStringView close, Ink ink, LexState state)
{
    const auto end = pen.line.indexOf(close, pen.at);
    pen.take((end < 0 ? pen.line.size() : end + close.size()) - pen.at, ink);
    return end >= 0 ? kText : state;
}

LexState inkValue(Pen& pen, LexState state)
{
    const qsizetype begin = pen.at;
    pen.skipTo(state == kDouble ? u"\"" : u"'");
    const bool isOver = !pen.atEnd();
    pen.at += isOver ? 1 : 0;
    pen.mark(begin, Ink::String);
    return isOver ? LexState{kTag} : state;
}

LexState inkText(Pen& pen)
{
    pen.skipTo(u"<&");
    const qsizetype begin = pen.at;
    if (pen.peek() == u'&') {
        for (++pen.at; isNameLetter(pen.peek()) || pen.peek() == u'#'; ++pen.at) { }
        if (pen.peek() == u';') {
            ++pen.at;
            pen.mark(begin, Ink::Number);
        }
        return kText;
    }
    if (pen.sees("<!--"))
        return inkUpTo(pen, u"-->", Ink::Comment, kRemark);
    if (pen.sees("<![CDATA["))
        return inkUpTo(pen, u"]]>", Ink::String, kCharacterData);
    if (pen.sees("<!") || pen.sees("<?"))
        return inkUpTo(pen, u">", Ink::Macro, kDeclaration);
    pen.at += pen.sees("</") ? 2 : pen.atEnd() ? 0 : 1;
    if (!isOfTagName(pen.peek()) || isDigit(pen.peek()))
        return kText;
    while (isOfTagName(pen.peek()))
        ++pen.at;
    pen.mark(begin, Ink::Keyword);
    return kTag;
}

LexState inkTag(Pen& pen)
{
    const qsizetype begin = pen.at;
    if (pen.peek() == u'"' || pen.peek() == u'\'') {
        const LexState state = pen.peek() == u'"' ? kDouble : kSingle;
        pen.take(1, Ink::String);
        return inkValue(pen, state);
    }
    if (isOfTagName(pen.peek())) {
        while (isOfTagName(pen.peek()))
            ++pen.at;
        pen.mark(begin, Ink::Type);
        return kTag;
    }
    const bool isOver = pen.peek() == u'>' || pen.sees("/>");
    pen.take(pen.sees("/>") ? 2 : 1, isOver ? Ink::Keyword : Ink::Plain);
    return isOver ? kText : kTag;
}

LexState inkNext(Pen& pen, LexState state)
{
    switch (state) {
    case kRemark:
        return inkUpTo(pen, u"-->", Ink::Comment, state);
    case kCharacterData:
        return inkUpTo(pen, u"]]>", Ink::String, state);
    case kDeclaration:
        return inkUpTo(pen, u">", Ink::Macro, state);
    case kTag:
        return inkTag(pen);
    case kDouble:
    case kSingle:
        return inkValue(pen, state);
    default:
        return inkText(pen);
    }
}

} // namespace

InkedLine inkMarkup(LexState before, QStringView line)
{
    Pen pen{line, 0, {}};
    LexState state = before;
    while (!pen.atEnd())
        state = inkNext(pen, state);
    return {std::move(pen.spans), state};
}

} // namespace tf::ui
