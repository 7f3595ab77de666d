#include "ui/code/pen.h"
#include "ui/code/reader.h"
#include "ui/code/word_table.h"

#include <algorithm>

namespace tf::ui {

namespace {

enum MakeState : LexState { kFresh, kGoesOn, kRecipeGoesOn };

/// "$(NAME)", "${NAME}", "$@"; a bracket within is not counted.
void inkReference(Pen& pen)
{
    const qsizetype begin = pen.at++;
    if (pen.peek() == u'(' || pen.peek() == u'{') {
        pen.skipTo(pen.peek() == u'(' ? u")" : u"}");
        pen.at += pen.atEnd() ? 0 : 1;
    } else if (!pen.atEnd()) {
        ++pen.at;
    }
    pen.mark(begin, Ink::Macro);
}

void inkString(Pen& pen)
{
    const qsizetype begin = pen.at;
    const char16_t quote = pen.peek();
    for (++pen.at; !pen.atEnd() && pen.peek() != quote; ++pen.at)
        pen.at += pen.peek() == u'\\' ? 1 : 0;
    pen.at = std::min(pen.at + 1, pen.line.size());
    pen.mark(begin, Ink::String);
}

void inkRest(Pen& pen)
{
    while (!pen.atEnd()) {
        const char16_t letter = pen.peek();
        if (letter == u'#' && (pen.at == 0 || isSpace(pen.peek(-1))))
            pen.takeRest(Ink::Comment);
        else if (letter == u'$')
            inkReference(pen);
        else if (letter == u'"' || letter == u'\'')
            inkString(pen);
        else
            ++pen.at;
    }
}

/// "name := …" or "targets: …"
void inkHead(Pen& pen)
{
    static const WordTable directives = [] {
        WordTable table(Casing::Exact);
        table.add(
            "ifeq ifneq ifdef ifndef else endif include sinclude define endef export unexport "
            "override private undefine vpath",
            WordKind::Keyword);
        return table;
    }();
    pen.skipSpaces();
    const qsizetype begin = pen.at;
    while (isNameLetter(pen.peek()))
        ++pen.at;
    if (directives.find(pen.line.sliced(begin, pen.at - begin)) == WordKind::Keyword) {
        pen.mark(begin, Ink::Keyword);
        return;
    }
    pen.at = begin;
    pen.skipTo(u":=#$\"'");
    const bool isTarget = pen.peek() == u':' && pen.peek(1) != u'=' && !pen.sees("::=");
    const bool isName = !isTarget && (pen.peek() == u'=' || pen.peek() == u':');
    const qsizetype sign = pen.at;
    const auto before = static_cast<char16_t>(pen.peek(-1));
    if (isName && (before == u'?' || before == u'+' || before == u'!'))
        --pen.at;
    while (pen.at > begin && isSpace(pen.peek(-1)))
        --pen.at;
    pen.mark(begin, isTarget ? Ink::Function : isName ? Ink::Type : Ink::Plain);
    pen.at = sign;
}

} // namespace

InkedLine inkMakefile(LexState before, QStringView line)
{
    Pen pen{line, 0, {}};
    const bool isRecipe = before == kRecipeGoesOn || (before == kFresh && pen.peek() == u'\t');
    if (before == kFresh && !isRecipe)
        inkHead(pen);
    inkRest(pen);
    if (!line.endsWith(u'\\'))
        return {std::move(pen.spans), kFresh};
    return {std::move(pen.spans), isRecipe ? kRecipeGoesOn : kGoesOn};
}

} // namespace tf::ui
