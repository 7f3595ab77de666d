#include "ui/transcript/map/map_painter.h"

#include "ui/theme/style.h"

#include <QPainter>
#include <QPainterPath>

namespace tf::ui {

namespace {

constexpr double kShownRadius = 4;
constexpr double kOtherRadius = 3;
constexpr int kCorner = 4;

double scaled(const Theme& theme, double length)
{
    return length * theme.zoomPercent() / 100;
}

} // namespace

MapPainter::MapPainter(QPainter& painter, const Theme& theme)
    : m_painter(painter)
    , m_theme(theme)
{
}

void MapPainter::paintBack(const QRect& place, Token fill) const
{
    paintRounded(m_painter, place, m_theme.px(kCorner), m_theme.color(fill));
}

void MapPainter::paintRing(const QRect& place) const
{
    paintFocusRing(m_painter, place, m_theme.px(kCorner), m_theme);
}

void MapPainter::paintLine(QPointF parent, QPointF child, const TreeNode& to) const
{
    const QColor ink = m_theme.color(to.isShown ? Token::Accent : Token::BorderStrong);
    m_painter.setPen(QPen(ink, scaled(m_theme, to.isShown ? 2 : 1)));
    m_painter.setBrush(Qt::NoBrush);
    QPainterPath path(parent);
    // Sideways between the rows, so that it passes no node that it has nothing to do with.
    const double between = (parent.y() + child.y()) / 2;
    path.cubicTo(QPointF(parent.x(), between), QPointF(child.x(), between), child);
    m_painter.drawPath(path);
}

void MapPainter::paintCross(QPointF centre, double radius) const
{
    const QPointF down(radius, radius);
    const QPointF up(radius, -radius);
    m_painter.setPen(
        QPen(m_theme.color(Token::Danger), scaled(m_theme, 2), Qt::SolidLine, Qt::RoundCap));
    m_painter.drawLine(centre - down, centre + down);
    m_painter.drawLine(centre - up, centre + up);
}

void MapPainter::paintNode(QPointF centre, const TreeNode& node, Token surface) const
{
    const double radius = scaled(m_theme, node.isShown ? kShownRadius : kOtherRadius);
    const QColor ink = m_theme.color(node.isShown ? Token::Accent : Token::TextMuted);
    const QRectF around(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    const double line = scaled(m_theme, 1.5);
    // The line behind ends at the node, whatever it is filled with.
    m_painter.setPen(QPen(ink, line));
    m_painter.setBrush(m_theme.color(surface));
    switch (node.mark) {
    case NodeMark::Finished:
        m_painter.setBrush(ink);
        m_painter.drawEllipse(around);
        return;
    case NodeMark::Streaming:
        m_painter.drawEllipse(around);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(ink);
        m_painter.drawEllipse(centre, radius / 3, radius / 3);
        return;
    case NodeMark::Interrupted:
        m_painter.drawEllipse(around);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(ink);
        m_painter.drawPie(around, 0, 180 * 16); // what came before it stopped
        return;
    case NodeMark::Failed:
        m_painter.setPen(Qt::NoPen);
        m_painter.drawEllipse(around);
        return paintCross(centre, radius * 0.8);
    case NodeMark::Removed:
        m_painter.setPen(QPen(m_theme.color(Token::TextMuted), line));
        m_painter.drawEllipse(centre, radius / 2, radius / 2);
        return;
    }
}

} // namespace tf::ui
