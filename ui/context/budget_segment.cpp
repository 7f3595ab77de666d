#include "ui/context/budget_segment.h"

#include "ui/theme/style.h"

#include <QPainter>

namespace tf::ui {

namespace {

constexpr int kBarThickness = 12;

} // namespace

BudgetSegment::BudgetSegment(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void BudgetSegment::setPart(const BudgetPart& part, const TokenBudget& budget)
{
    m_part = part;
    setAccessibleName(partWords(part, budget));
    setToolTip(accessibleName());
    update();
}

void BudgetSegment::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int thickness = m_theme.px(kBarThickness);
    const int grown = underMouse() || hasFocus() ? m_theme.px(2) : 0;
    const QRect bar(0, (height() - thickness) / 2 - grown, width(), thickness + 2 * grown);
    // A gap of a pixel between parts; the smallest part still shows.
    const int length = std::max(1, width() - 1);
    painter.fillRect(layoutDirection() == Qt::RightToLeft
                         ? bar.adjusted(width() - length, 0, 0, 0)
                         : QRect(bar.left(), bar.top(), length, bar.height()),
                     m_theme.color(sourceInk(m_part.source)));
    if (hasFocus())
        paintFocusRing(painter, rect(), m_theme.px(2), m_theme);
}

} // namespace tf::ui
