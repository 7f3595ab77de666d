#include "ui/transcript/layout/code_line.h"

#include <algorithm>
#include <array>

namespace tf::ui {

namespace {

constexpr std::array<Token, 10> kInkTokens{
    Token::CodeText,     Token::CodeKeyword, Token::CodeType,     Token::CodeString,
    Token::CodeNumber,   Token::CodeComment, Token::CodeFunction, Token::CodeMacro,
    Token::CodeInserted, Token::CodeRemoved,
};

constexpr int kTabSigns = 4;

} // namespace

Token tokenOf(Ink ink)
{
    return kInkTokens[static_cast<std::size_t>(ink)];
}

CodeLine::CodeLine(QStringView line, const std::vector<InkSpan>& inks, LineWindow window,
                   const Measures& measures, const Theme& theme)
    : m_cell(measures.codeCell)
{
    const bool isWhole = line.size() <= kMaxWholeLine;
    m_skipped = isWhole ? 0 : std::clamp<int>(window.first, 0, static_cast<int>(line.size()));
    const QStringView shown = isWhole ? line : line.mid(m_skipped, window.count);
    m_layout = std::make_unique<QTextLayout>(shown.toString(), measures.code);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    option.setTabStopDistance(kTabSigns * m_cell);
    m_layout->setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const InkSpan& span : inks) {
        const int begin = std::max(span.begin - m_skipped, 0);
        const int end =
            std::min<int>(span.begin + span.length - m_skipped, static_cast<int>(shown.size()));
        if (begin >= end || span.ink == Ink::Plain)
            continue;
        QTextCharFormat format;
        format.setForeground(theme.color(tokenOf(span.ink)));
        formats.append({begin, end - begin, format});
    }
    m_layout->setFormats(formats);
    m_layout->beginLayout();
    QTextLine laidOut = m_layout->createLine();
    if (laidOut.isValid())
        laidOut.setLineWidth(1e7);
    m_layout->endLayout();
    if (laidOut.isValid())
        m_baselineShift = qRound((measures.codeLine - laidOut.height()) / 2);
}

void CodeLine::paint(QPainter& painter, QPointF at) const
{
    m_layout->draw(&painter, at + QPointF(m_skipped * m_cell, m_baselineShift));
}

double CodeLine::xOf(int offset) const
{
    if (m_layout->lineCount() == 0)
        return 0;
    const int laidOut = offset - m_skipped;
    const int length = static_cast<int>(m_layout->text().size());
    if (laidOut < 0 || laidOut > length)
        return offset * m_cell;
    return m_skipped * m_cell + m_layout->lineAt(0).cursorToX(laidOut);
}

int CodeLine::offsetAt(double x) const
{
    if (m_layout->lineCount() == 0)
        return 0;
    return m_skipped + m_layout->lineAt(0).xToCursor(x - m_skipped * m_cell);
}

} // namespace tf::ui
