#include "ui/transcript/layout/inline_formulas.h"

#include <algorithm>

namespace tf::ui {

InlineFormulas::InlineFormulas(const Prose& prose, double pixels)
{
    int shorter = 0;
    for (const Span& span : prose.spans) {
        if (!span.has(Mark::Maths))
            continue;
        auto formula = Formula::layOut(QStringView(prose.text).mid(span.begin, span.length),
                                       FormulaStyle::InLine, pixels);
        if (!formula)
            continue;
        m_placed.push_back({span.begin - shorter, span.begin, span.length, std::move(*formula)});
        shorter += span.length - 1;
    }
}

const InlineFormulas::Placed* InlineFormulas::at(int laidOut) const
{
    const auto found =
        std::find_if(m_placed.begin(), m_placed.end(),
                     [laidOut](const Placed& placed) { return placed.at == laidOut; });
    return found == m_placed.end() ? nullptr : &*found;
}

QString InlineFormulas::textOf(const Prose& prose) const
{
    QString text = prose.text;
    for (auto placed = m_placed.rbegin(); placed != m_placed.rend(); ++placed)
        text.replace(placed->begin, placed->length, QChar(QChar::Nbsp));
    return text;
}

int InlineFormulas::toLaidOut(int offset) const
{
    int shorter = 0;
    for (const Placed& placed : m_placed) {
        if (offset < placed.begin + placed.length)
            return offset > placed.begin ? placed.at : offset - shorter;
        shorter += placed.length - 1;
    }
    return offset - shorter;
}

int InlineFormulas::toProse(int laidOut) const
{
    int shorter = 0;
    for (const Placed& placed : m_placed) {
        if (laidOut <= placed.at)
            break;
        shorter += placed.length - 1;
    }
    return laidOut + shorter;
}

} // namespace tf::ui
