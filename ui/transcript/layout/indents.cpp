#include "ui/transcript/layout/indents.h"

#include "ui/theme/icons.h"
#include "ui/theme/style.h"

#include <QPainter>
#include <QStyle>

namespace tf::ui {

namespace {

constexpr int kQuoteStep = 18;
constexpr int kListStep = 26;
constexpr int kBarWidth = 3;
constexpr int kBoxSize = 14;
constexpr int kMarkerGap = 8;
constexpr double kBulletSize = 5;

void paintBullet(QPainter& painter, QPointF middle, double size, int depth, const QColor& ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF place(middle - QPointF(size / 2, size / 2), QSizeF(size, size));
    painter.setPen(depth == 1 ? QPen(ink, 1.2) : QPen(Qt::NoPen));
    painter.setBrush(depth == 1 ? QBrush(Qt::NoBrush) : QBrush(ink));
    if (depth < 2)
        painter.drawEllipse(place);
    else
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.restore();
}

} // namespace

Indents::Indents(const std::vector<Container>& containers, const Measures& measures,
                 bool isRightToLeft)
    : m_containers(containers)
    , m_measures(measures)
    , m_isRightToLeft(isRightToLeft)
{
    for (const Container& container : m_containers)
        m_width += stepOf(container, measures);
    // However deep it is nested, a column for the text stays.
    m_width = std::min(m_width, measures.prose / 2);
}

int Indents::stepOf(const Container& container, const Measures& measures)
{
    const bool isQuote = container.kind == Container::Kind::Quote;
    const bool isLong = container.kind == Container::Kind::Number && container.number >= 100;
    return measures.px(isQuote ? kQuoteStep : isLong ? kListStep + 14 : kListStep);
}

void Indents::paint(QPainter& painter, const Theme& theme, const QRect& row, int gap,
                    double baseline, int numShared) const
{
    const auto visual = [&](const QRect& place) {
        return QStyle::visualRect(m_isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight, row, place);
    };
    int x = row.left();
    int depth = 0;
    for (const Container& container : m_containers) {
        const int step = stepOf(container, m_measures);
        if (x + step > row.left() + m_width)
            return;
        if (container.kind == Container::Kind::Quote) {
            const bool isShared = &container - m_containers.data() < numShared;
            const int top = isShared ? row.top() : row.top() + gap;
            const QRect bar(x, top, m_measures.px(kBarWidth), row.bottom() + 1 - top);
            painter.fillRect(visual(bar), theme.color(Token::QuoteBar));
        } else if (container.begins) {
            const QRect place(x, row.top() + gap, step, row.height() - gap);
            paintMarker(painter, theme, container, visual(place), row.top() + baseline, depth);
        }
        depth += container.kind == Container::Kind::Quote ? 0 : 1;
        x += step;
    }
}

void Indents::paintMarker(QPainter& painter, const Theme& theme, const Container& container,
                          const QRect& place, double baseline, int depth) const
{
    const QFontMetricsF metrics(m_measures.reading);
    const double middle = baseline - metrics.xHeight() / 2;
    const double gap = m_measures.px(kMarkerGap);
    if (container.kind == Container::Kind::Number) {
        painter.setFont(m_measures.reading);
        painter.setPen(theme.color(Token::TextMuted));
        const QString number =
            QString::number(container.number) + QLatin1Char(m_isRightToLeft ? ' ' : '.');
        const double width = metrics.horizontalAdvance(number);
        const double x = m_isRightToLeft ? place.left() + gap : place.right() + 1 - gap + 2 - width;
        painter.drawText(QPointF(x, baseline), number.trimmed());
        return;
    }
    if (container.kind == Container::Kind::Bullet) {
        const double inset = gap + m_measures.px(4);
        const double x = m_isRightToLeft ? place.left() + inset : place.right() + 1 - inset;
        paintBullet(painter, {x, middle}, m_measures.px(kBulletSize), depth,
                    theme.color(Token::TextMuted));
        return;
    }
    const int size = m_measures.px(kBoxSize);
    const int x = qRound(m_isRightToLeft ? place.left() + gap : place.right() + 1 - gap - size);
    const QRect box(x, qRound(middle - size / 2.0), size, size);
    const bool isDone = container.kind == Container::Kind::DoneTask;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(isDone ? Token::Accent : Token::BorderStrong), 1.2));
    painter.setBrush(isDone ? QBrush(theme.color(Token::Accent)) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(box).adjusted(0.6, 0.6, -0.6, -0.6), 3, 3);
    painter.restore();
    if (isDone)
        paintIcon(painter, box.adjusted(1, 1, -1, -1), Icon::Check,
                  theme.color(Token::TextOnAccent));
}

} // namespace tf::ui
