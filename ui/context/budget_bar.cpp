#include "ui/context/budget_bar.h"

#include "ui/composer/estimate.h"
#include "ui/context/budget_segment.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kBarHeight = 24; // the smallest target a hand should have to hit
constexpr int kTroughThickness = 12;
constexpr int kLeastSegment = 4;
constexpr int kMarkWidth = 2;

} // namespace

BudgetBar::BudgetBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        place();
    });
}

QSize BudgetBar::sizeHint() const
{
    const QFontMetrics small(m_theme.font(FontRole::Small));
    return {m_theme.px(120), std::max(kBarHeight, m_theme.px(kBarHeight)) + small.height()};
}

void BudgetBar::setBudget(TokenBudget budget)
{
    if (budget == m_budget)
        return;
    m_budget = std::move(budget);
    while (m_segments.size() > m_budget.parts.size()) {
        delete m_segments.back();
        m_segments.pop_back();
    }
    while (m_segments.size() < m_budget.parts.size()) {
        auto* segment = new BudgetSegment(m_theme, this);
        connect(segment, &BudgetSegment::clicked, this,
                [this, segment] { Q_EMIT pressed(segment->source()); });
        segment->show();
        m_segments.push_back(segment);
    }
    for (std::size_t idx = 0; idx < m_segments.size(); ++idx)
        m_segments[idx]->setPart(m_budget.parts[idx], m_budget);
    setAccessibleName(tr("What the next request takes up"));
    setAccessibleDescription(budgetLine(m_budget));
    place();
    update();
}

std::int64_t BudgetBar::whole() const
{
    const std::int64_t step = m_budget.steps.empty() ? 0 : m_budget.steps.front();
    return std::max({m_budget.total(), m_budget.room > 0 ? m_budget.room : step, std::int64_t(1)});
}

int BudgetBar::at(std::int64_t tokens) const
{
    return qRound(double(tokens) / double(whole()) * width());
}

QRect BudgetBar::visual(const QRect& place) const
{
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

/// The answer's room lies at the end of the engine's; what is left between is free.
void BudgetBar::place()
{
    const int height = std::max(kBarHeight, m_theme.px(kBarHeight));
    std::int64_t before = 0;
    int left = 0;
    for (std::size_t idx = 0; idx < m_segments.size(); ++idx) {
        const BudgetPart& part = m_budget.parts[idx];
        const bool isAnswer = part.source == BudgetSource::Answer;
        if (isAnswer)
            left = std::max(left, at(whole() - part.tokens));
        before += part.tokens;
        const int right =
            isAnswer ? width() : std::max(left + m_theme.px(kLeastSegment), at(before));
        m_segments[idx]->setGeometry(visual({left, 0, std::max(1, right - left), height}));
        left = right;
    }
}

void BudgetBar::resizeEvent(QResizeEvent*)
{
    place();
}

void BudgetBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        place();
}

void BudgetBar::paintMark(QPainter& painter, std::int64_t tokens, Token ink) const
{
    const int bar = std::max(kBarHeight, m_theme.px(kBarHeight));
    const int thick = m_theme.px(kMarkWidth);
    const int left = std::clamp(at(tokens) - thick / 2, 0, width() - thick);
    const int top = (bar - m_theme.px(kTroughThickness)) / 2 - m_theme.px(3);
    painter.fillRect(visual({left, top, thick, bar - top}), m_theme.color(ink));
    const QString words = shortTokens(tokens);
    const int length = painter.fontMetrics().horizontalAdvance(words) + 2;
    const int from = std::clamp(left + thick / 2 - length / 2, 0, std::max(0, width() - length));
    painter.setPen(m_theme.color(Token::TextMuted));
    painter.drawText(visual({from, bar, length, painter.fontMetrics().height()}),
                     int(Qt::AlignCenter), words);
}

void BudgetBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(m_theme.font(FontRole::Small));
    const int bar = std::max(kBarHeight, m_theme.px(kBarHeight));
    const int thickness = m_theme.px(kTroughThickness);
    painter.fillRect(QRect(0, (bar - thickness) / 2, width(), thickness),
                     m_theme.color(Token::PillFill));
    const int gap = m_theme.px(40);
    for (const std::int64_t step : m_budget.steps) {
        if (step <= whole() && (m_budget.room <= 0 || at(m_budget.room) - at(step) > gap))
            paintMark(painter, step, Token::Caution);
    }
    if (m_budget.room > 0)
        paintMark(painter, m_budget.room,
                  m_budget.total() > m_budget.room ? Token::Danger : Token::BorderStrong);
}

} // namespace tf::ui
