#include "ui/transcript/layout/button_paint.h"

#include "ui/theme/style.h"

#include <QFontMetrics>
#include <QStyle>

namespace tf::ui {

namespace {

constexpr int kButtonPadding = 8;
constexpr int kCardButtonPadding = 10;
constexpr int kCardButtonHeight = 26;
constexpr int kCardButtonGap = 6;
constexpr int kCardButtonRadius = 6;

int widthOf(const Spot& spot, const Measures& measures)
{
    return QFontMetrics(measures.small).horizontalAdvance(spot.name)
        + 2 * measures.px(kButtonPadding);
}

bool is(const std::optional<SpotId>& id, const Spot& spot)
{
    return id && id->kind == spot.kind && id->arg == spot.arg;
}

void mirror(std::vector<Spot>& spots, const QRect& row, const Measures& measures)
{
    if (!measures.isMirrored)
        return;
    for (Spot& spot : spots)
        spot.place = QStyle::visualRect(Qt::RightToLeft, row, spot.place);
}

} // namespace

std::vector<Spot> placedFromBegin(std::vector<Spot> spots, const QRect& row,
                                  const Measures& measures)
{
    const int height = measures.px(kButtonHeight);
    int x = row.left();
    for (Spot& spot : spots) {
        const int width = widthOf(spot, measures);
        spot.place = {x, row.center().y() - height / 2 + 1, width, height};
        x += width + measures.px(2);
    }
    mirror(spots, row, measures);
    return spots;
}

std::vector<Spot> placedBeforeEnd(std::vector<Spot> spots, const QRect& row,
                                  const Measures& measures)
{
    int total = -measures.px(2);
    for (const Spot& spot : spots)
        total += widthOf(spot, measures) + measures.px(2);
    const int shift = std::max(row.width() - total, 0);
    const int height = measures.px(kButtonHeight);
    int x = row.left() + shift;
    for (Spot& spot : spots) {
        const int width = widthOf(spot, measures);
        spot.place = {x, row.center().y() - height / 2 + 1, width, height};
        x += width + measures.px(2);
    }
    mirror(spots, row, measures);
    return spots;
}

std::vector<Spot> placedOnCard(std::vector<Spot> spots, const QRect& row, const Measures& measures)
{
    const QFontMetrics metrics(measures.small);
    const int height = measures.px(kCardButtonHeight);
    const int gap = measures.px(kCardButtonGap);
    int x = row.left();
    int y = row.top();
    for (Spot& spot : spots) {
        const int width =
            std::min(metrics.horizontalAdvance(spot.name) + 2 * measures.px(kCardButtonPadding),
                     row.width());
        if (x > row.left() && x + width > row.right() + 1) {
            x = row.left();
            y += height + gap;
        }
        spot.place = {x, y, width, height};
        x += width + gap;
    }
    mirror(spots, row, measures);
    return spots;
}

void paintCardButton(QPainter& painter, const RowPaint& paint, const Measures& measures,
                     const Spot& spot)
{
    const int radius = measures.px(kCardButtonRadius);
    paintRounded(painter, spot.place, radius, paint.theme.color(Token::Window));
    if (is(paint.hovered, spot))
        paintRounded(painter, spot.place, radius, paint.theme.color(Token::Hover));
    if (is(paint.focused, spot))
        paintFocusRing(painter, spot.place, radius, paint.theme);
    painter.setFont(measures.small);
    painter.setPen(paint.theme.color(Token::Text));
    painter.drawText(spot.place, int(Qt::AlignCenter) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(spot.name, Qt::ElideRight,
                                                      spot.place.width() - measures.px(8)));
}

void paintTouch(QPainter& painter, const RowPaint& paint, const Measures& measures,
                const Spot& spot)
{
    const int radius = measures.px(5);
    if (is(paint.hovered, spot))
        paintRounded(painter, spot.place, radius, paint.theme.color(Token::Hover));
    if (is(paint.focused, spot))
        paintFocusRing(painter, spot.place, radius, paint.theme);
}

void paintButton(QPainter& painter, const RowPaint& paint, const Measures& measures,
                 const Spot& spot)
{
    paintTouch(painter, paint, measures, spot);
    painter.setFont(measures.small);
    const bool isTouched = is(paint.hovered, spot) || is(paint.focused, spot);
    painter.setPen(paint.theme.color(isTouched ? Token::Text : Token::TextMuted));
    painter.drawText(spot.place, int(Qt::AlignCenter) | Qt::TextSingleLine, spot.name);
}

void paintChevron(QPainter& painter, const QRect& place, bool isFolded, bool isMirrored,
                  const QColor& ink)
{
    const QPointF middle = QRectF(place).center();
    const double arm = place.width() / 4.0;
    QPolygonF line;
    if (isFolded) {
        const double side = isMirrored ? -arm / 2 : arm / 2;
        line << middle + QPointF(-side, -arm) << middle + QPointF(side, 0)
             << middle + QPointF(-side, arm);
    } else {
        line << middle + QPointF(-arm, -arm / 2) << middle + QPointF(0, arm / 2)
             << middle + QPointF(arm, -arm / 2);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.restore();
}

} // namespace tf::ui
