// How a picture looks in its view: its pixels, what is done to it, where the keyboard is.

#include "app/media/drawn_mark.h"
#include "ui/pictures/picture_canvas.h"
#include "ui/theme/style.h"

#include <QPainter>

#include <cmath>

namespace tf::ui {

namespace {

constexpr double kPixelZoom = 3; ///< from there on single pixels are told apart

QColor colorOf(app::Color color)
{
    return {color.red, color.green, color.blue};
}

/// The smallest that still has a pixel for each of the screen's.
const vision::Picture& levelFor(const std::vector<vision::Picture>& levels, double screenPixels)
{
    for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
        if (level->size.width >= screenPixels)
            return *level;
    }
    return levels.front();
}

void paintArrow(QPainter& painter, QPointF from, QPointF to, double stroke)
{
    constexpr double kSpread = 0.48;
    const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
    const double back = std::atan2(from.y() - to.y(), from.x() - to.x());
    const double head = std::min(stroke * 5, length * 0.7);
    painter.drawLine(from, to);
    for (const double angle : {back + kSpread, back - kSpread})
        painter.drawLine(to, to + head * QPointF(std::cos(angle), std::sin(angle)));
}

} // namespace

void PictureCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::CodeFill));
    if (!m_size.isEmpty() && m_pixels.at(static_cast<std::size_t>(m_eye))) {
        paintPixels(painter);
        if (m_eye == Eye::Original)
            paintEdit(painter);
    } else {
        paintNote(painter);
    }
    if (hasFocus())
        paintFocusRing(painter, rect(), m_theme.px(4), m_theme);
}

void PictureCanvas::paintPixels(QPainter& painter) const
{
    const auto& levels = *m_pixels.at(static_cast<std::size_t>(m_eye));
    const QRectF part = m_eye == Eye::Original ? QRectF(QPointF(0, 0), m_size) : QRectF(m_seenPart);
    const QRectF all = m_place.toView(part);
    const QRectF shown = all & QRectF(rect());
    if (shown.isEmpty())
        return;
    const auto& level = levelFor(levels, all.width() * devicePixelRatioF());
    const double across = level.size.width / all.width();
    const double down = level.size.height / all.height();
    const QRectF source((shown.left() - all.left()) * across, (shown.top() - all.top()) * down,
                        shown.width() * across, shown.height() * down);
    const QImage image(level.rgb.data(), level.size.width, level.size.height, level.size.width * 3,
                       QImage::Format_RGB888);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform,
                          1 / across * devicePixelRatioF() < kPixelZoom);
    painter.drawImage(shown, image, source);
    painter.setPen(m_theme.color(Token::Border));
    painter.drawRect(all.adjusted(-0.5, -0.5, 0.5, 0.5));
    painter.restore();
}

void PictureCanvas::paintEdit(QPainter& painter) const
{
    const app::PictureEdit& edit = m_trial ? *m_trial : m_edit;
    painter.save();
    painter.setClipRect(m_place.toView(QRectF(QPointF(0, 0), m_size)));
    for (const app::Region& region : edit.covered)
        painter.fillRect(m_place.toView(QRectF(rectOf(region))), colorOf(app::kCoverInk));
    paintMarks(painter);
    if (edit.crop) {
        const QRectF kept = m_place.toView(QRectF(rectOf(*edit.crop)));
        QColor dim = m_theme.color(Token::CodeFill);
        dim.setAlpha(190);
        QRegion outside(rect());
        outside -= kept.toAlignedRect();
        for (const QRect& strip : outside)
            painter.fillRect(strip, dim);
        painter.setPen(QPen(m_theme.color(Token::Accent), m_theme.px(2)));
        painter.drawRect(kept);
    }
    painter.restore();
    std::optional<EditPiece> marked = m_selected;
    if (m_trial && m_drag == Drag::Stroke)
        marked = newest(*m_trial, m_tool);
    if (!marked || !hasPiece(edit, *marked) || m_readOnly)
        return;
    const double around = m_theme.px(5);
    const QRectF place = m_place.toView(QRectF(ui::placeOf(edit, *marked)));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Token::FocusRing), m_theme.px(2), Qt::DashLine));
    painter.drawRect(place.adjusted(-around, -around, around, around));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::FocusRing));
    painter.drawEllipse(place.bottomRight(), around, around);
}

void PictureCanvas::paintMarks(QPainter& painter) const
{
    const app::PictureEdit& edit = m_trial ? *m_trial : m_edit;
    const QSize part = edit.crop ? rectOf(*edit.crop).size() : m_size;
    const auto scale = app::markScale(std::max(part.width(), part.height()));
    const double zoom = m_place.zoom();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const app::Mark& mark : edit.marks) {
        const QPointF from = m_place.toView(QPointF(mark.from.x + 0.5, mark.from.y + 0.5));
        const QPointF to = m_place.toView(QPointF(mark.to.x + 0.5, mark.to.y + 0.5));
        if (mark.kind == app::MarkKind::Number) {
            const double radius = scale.numberRadius * zoom;
            painter.setPen(QPen(colorOf(app::kMarkOutline), scale.outline * zoom));
            painter.setBrush(colorOf(app::kMarkInk));
            painter.drawEllipse(from, radius + scale.outline * zoom / 2,
                                radius + scale.outline * zoom / 2);
            QFont font = m_theme.font(FontRole::Strong);
            font.setPixelSize(std::max(qRound(radius * 1.3), 1));
            painter.setFont(font);
            painter.drawText(QRectF(from.x() - radius, from.y() - radius, 2 * radius, 2 * radius),
                             Qt::AlignCenter, QString::number(mark.number));
            painter.setBrush(Qt::NoBrush);
            continue;
        }
        for (const auto& [color, thickness] :
             {std::pair(app::kMarkOutline, scale.stroke + 2 * scale.outline),
              std::pair(app::kMarkInk, scale.stroke)}) {
            painter.setPen(QPen(colorOf(color), std::max(thickness * zoom, 1.0), Qt::SolidLine,
                                Qt::RoundCap, Qt::RoundJoin));
            if (mark.kind == app::MarkKind::Box)
                painter.drawRect(QRectF(from, to).normalized());
            else
                paintArrow(painter, from, to, scale.stroke * zoom);
        }
    }
}

void PictureCanvas::paintNote(QPainter& painter) const
{
    const int margin = m_theme.px(16);
    painter.setFont(m_theme.font(FontRole::Body));
    painter.setPen(m_theme.color(Token::TextMuted));
    painter.drawText(rect().adjusted(margin, margin, -margin, -margin),
                     int(Qt::AlignCenter) | Qt::TextWordWrap, m_note);
}

} // namespace tf::ui
