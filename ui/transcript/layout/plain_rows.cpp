#include "ui/transcript/layout/plain_rows.h"

#include "ui/theme/style.h"

#include <cmath>

namespace tf::ui {

namespace {

constexpr int kRuleHeight = 9;
constexpr int kFormulaPadding = 8;

ProseStyle sourceStyle(const Measures& measures)
{
    ProseStyle style;
    style.font = measures.code;
    style.strong = measures.code;
    style.code = measures.code;
    style.lineHeight = measures.codeLine;
    style.ink = Token::CodeText;
    return style;
}

} // namespace

RuleRow::RuleRow(const Room& room, const Measures& measures)
    : m_measures(measures)
    , m_room(room)
{
}

int RuleRow::height() const
{
    return m_room.gap + m_measures.px(kRuleHeight);
}

void RuleRow::paint(QPainter& painter, const RowPaint& paint) const
{
    const int width = m_room.least;
    const int x = m_measures.isMirrored ? m_room.width - width : 0;
    painter.fillRect(x, m_room.gap + m_measures.px(kRuleHeight) / 2, width, 1,
                     paint.theme.color(Token::Border));
}

FormulaRow::FormulaRow(const Block& block, const Room& room, const Measures& measures,
                       const Theme& theme)
    : m_measures(measures)
    , m_room(room)
    , m_length(static_cast<int>(block.prose.text.size()))
    , m_formula(Formula::layOut(block.prose.text, FormulaStyle::Displayed,
                                measures.reading.pixelSize() * 1.1))
    , m_indents(block.containers, measures, measures.isMirrored)
{
    if (!m_formula)
        m_source.emplace(plainProse(block.prose.text), sourceStyle(measures),
                         std::max(room.width - m_indents.width() - 2 * measures.px(14), 60), theme);
}

int FormulaRow::height() const
{
    const double inner = m_formula ? m_formula->size().height() : m_source->height();
    return m_room.gap + static_cast<int>(std::ceil(inner)) + 2 * m_measures.px(kFormulaPadding);
}

int FormulaRow::scrollable() const
{
    if (!m_formula)
        return 0;
    const int room = m_room.width - m_indents.width();
    return std::max(0, static_cast<int>(std::ceil(m_formula->size().width())) - room);
}

void FormulaRow::paint(QPainter& painter, const RowPaint& paint) const
{
    const QRect row(0, 0, m_room.width, height());
    m_indents.paint(painter, paint.theme, row, m_room.gap, m_room.gap + m_measures.proseLine * 0.7,
                    m_room.numShared);
    const int column = std::min(m_room.width, m_measures.prose);
    const int left = m_measures.isMirrored ? m_room.width - column : m_indents.width();
    const int room = column - m_indents.width();
    const int top = m_room.gap + m_measures.px(kFormulaPadding);
    if (m_source) {
        paintRounded(painter, QRect(left, m_room.gap, room, row.height() - m_room.gap),
                     m_measures.px(8), paint.theme.color(Token::CodeFill));
        m_source->paint(painter, QPointF(left + m_measures.px(14), top), paint, paint.selected,
                        paint.hits, paint.currentHit);
        return;
    }
    const QSizeF size = m_formula->size();
    const double x = left + std::max(0.0, (room - size.width()) / 2) - paint.view.scrolled;
    if (!paint.selected.isEmpty())
        painter.fillRect(QRectF(x - 4, m_room.gap, size.width() + 8, row.height() - m_room.gap),
                         paint.theme.color(Token::TextSelection));
    if (!paint.hits.empty())
        paintRounded(painter, QRectF(x - 4, top - 2, size.width() + 8, size.height() + 4), 4,
                     paint.theme.color(paint.currentHit ? Token::FindHitCurrent : Token::FindHit));
    m_formula->paint(painter, {x, top + m_formula->ascent()}, paint.theme.color(Token::Text));
}

int FormulaRow::offsetAt(QPointF place, const RowView&) const
{
    const int column = std::min(m_room.width, m_measures.prose);
    return place.x() < column / 2.0 ? 0 : m_length;
}

QRectF FormulaRow::lineOf(int, const RowView&) const
{
    return QRectF(0, m_room.gap, 1, height() - m_room.gap);
}

} // namespace tf::ui
