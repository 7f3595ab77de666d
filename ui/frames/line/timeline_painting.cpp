// How a timeline is drawn.

#include "ui/frames/frame_words.h"
#include "ui/frames/line/timeline.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tf::ui {

namespace {

constexpr int kTimesApart = 64;
constexpr int kEventTick = 8;
constexpr int kCitedIcon = 14;
constexpr int kPlaceHead = 5;
constexpr int kHandleWidth = 4;
constexpr int kVeil = 190; ///< of 255: what lies outside the stretch

/// The largest change of each column, so that a flash of one frame is seen at any zoom.
float largestChange(const TimelineLook& look, double from, double to)
{
    const double perStep = look.changesTo / double(look.changes.size());
    const auto last = std::int64_t(look.changes.size()) - 1;
    const auto first = static_cast<std::int64_t>(std::floor(from / perStep));
    const auto end = static_cast<std::int64_t>(std::ceil(to / perStep)) - 1;
    float most = 0;
    for (std::int64_t idx = std::max<std::int64_t>(first, 0);
         idx <= std::min(std::max(end, first), last); ++idx)
        most = std::max(most, look.changes[static_cast<std::size_t>(idx)]);
    return most;
}

} // namespace

void Timeline::paintGraph(QPainter& painter, const QRect& place) const
{
    painter.fillRect(QRectF(m_scale.left, place.top(), m_scale.width, place.height()),
                     m_theme.color(Token::Card));
    painter.fillRect(QRectF(m_scale.left, place.bottom(), m_scale.width, 1),
                     m_theme.color(Token::BorderStrong));
    if (m_look.changes.empty() || m_look.changesTo <= 0)
        return;
    const QColor ink = m_theme.color(Token::ScrollHandleHover);
    const int room = place.height() - m_theme.px(kEventTick) - m_theme.px(2);
    const auto right = static_cast<int>(m_scale.left + m_scale.width);
    for (auto x = static_cast<int>(m_scale.left); x < right; ++x) {
        const double from = m_scale.timeAt(x);
        if (from >= m_look.changesTo)
            break;
        const float change = largestChange(m_look, from, m_scale.timeAt(x + 1));
        const int height = qRound(room * std::sqrt(std::clamp(change, 0.0F, 1.0F)));
        if (height > 0)
            painter.fillRect(x, place.bottom() - height, 1, height, ink);
    }
}

void Timeline::paintEvents(QPainter& painter, const QRect& graph) const
{
    const QColor ink = m_theme.color(Token::IconStrong);
    for (const double time : m_look.events) {
        if (m_scale.shows(time))
            painter.fillRect(
                QRect(qRound(m_scale.xOf(time)), graph.top(), 1, m_theme.px(kEventTick)), ink);
    }
}

void Timeline::paintStretch(QPainter& painter, const Rows& rows) const
{
    if (!m_look.mayStretch)
        return;
    const QRect whole = rows.graph.united(rows.sent);
    const double left = std::clamp(m_scale.xOf(m_look.from), 0.0, double(width()));
    const double right = std::clamp(m_scale.xOf(stretchEnd()), 0.0, double(width()));
    QColor veil = m_theme.color(Token::SidePane);
    veil.setAlpha(kVeil);
    const QRectF before(m_scale.left, whole.top(), left - m_scale.left, whole.height());
    const QRectF after(right, whole.top(), m_scale.left + m_scale.width - right, whole.height());
    for (const QRectF& part : {before, after}) {
        if (part.width() > 0)
            painter.fillRect(part, veil);
    }
    const QColor ink = m_theme.color(Token::BorderStrong);
    const int thick = m_theme.px(kHandleWidth);
    for (const double time : {m_look.from, stretchEnd()}) {
        if (!m_scale.shows(time))
            continue;
        const double x = m_scale.xOf(time);
        painter.fillRect(QRectF(qRound(x), whole.top(), 1, whole.height()), ink);
        const int half = rows.graph.height() / 2;
        paintRounded(painter,
                     QRectF(qRound(x) - thick / 2.0 + 0.5, rows.graph.top() + half, thick, half),
                     thick / 2, ink);
    }
}

void Timeline::paintSent(QPainter& painter, const QRect& place) const
{
    const QColor ink = m_theme.color(Token::Accent);
    const int wide = m_theme.px(2);
    const int high = place.height() - m_theme.px(5);
    for (const double time : m_look.sent) {
        if (m_scale.shows(time))
            painter.fillRect(QRect(qRound(m_scale.xOf(time)) - wide / 2,
                                   place.top() + m_theme.px(3), wide, high),
                             ink);
    }
}

/// A tick or a triangle, so that it is not told by the colour alone.
void Timeline::paintCited(QPainter& painter, const QRect& place) const
{
    const int side = m_theme.px(kCitedIcon);
    const auto icon = [&](double time, Icon what, Token ink) {
        if (!m_scale.shows(time))
            return;
        const int x = std::clamp(qRound(m_scale.xOf(time)) - side / 2, 0, width() - side);
        paintIcon(painter, QRect(x, place.top() + m_theme.px(1), side, side), what,
                  m_theme.color(ink));
    };
    for (const CitedMoment& moment : m_look.cited)
        icon(moment.time, moment.isSent ? Icon::Check : Icon::Warning,
             moment.isSent ? Token::Good : Token::Caution);
}

void Timeline::paintTimes(QPainter& painter, const QRect& place) const
{
    painter.setFont(m_theme.font(FontRole::Small));
    const bool isFine = m_scale.to - m_scale.from < 2;
    const int wide = m_theme.px(kTimesApart);
    for (const double time : m_scale.marks(wide)) {
        const int x = qRound(m_scale.xOf(time));
        painter.fillRect(x, place.top(), 1, m_theme.px(3), m_theme.color(Token::BorderStrong));
        painter.setPen(m_theme.color(Token::TextMuted));
        QRect words(x - wide / 2, place.top() + m_theme.px(3), wide,
                    place.height() - m_theme.px(3));
        int align = Qt::AlignCenter;
        if (words.left() < 0) { // at the edge the words begin, or end, where there is room
            words.setLeft(0);
            align = Qt::AlignLeft | Qt::AlignVCenter;
        } else if (words.right() >= width()) {
            words.setRight(width() - 1);
            align = Qt::AlignRight | Qt::AlignVCenter;
        }
        painter.drawText(words, align | Qt::TextSingleLine,
                         isFine ? fineClockWords(time) : clockWords(time));
    }
}

void Timeline::paintPlace(QPainter& painter, const Rows& rows) const
{
    if (m_pointedOut && m_scale.shows(*m_pointedOut)) {
        painter.setPen(QPen(m_theme.color(Token::Caution), m_theme.px(2)));
        painter.setBrush(Qt::NoBrush);
        const QPointF middle(m_scale.xOf(*m_pointedOut), rows.graph.center().y());
        painter.drawEllipse(middle, m_theme.px(8), m_theme.px(8));
    }
    if (!m_scale.shows(m_place))
        return;
    const double x = qRound(m_scale.xOf(m_place)) + 0.5;
    const int head = m_theme.px(kPlaceHead);
    const QColor ink = m_theme.color(Token::Text);
    painter.fillRect(QRectF(x - 0.5, rows.graph.top(), 1, rows.graph.height() + rows.sent.height()),
                     ink);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const double top = rows.graph.top() - 1;
    painter.drawPolygon(
        QPolygonF({QPointF(x - head, top), QPointF(x + head, top), QPointF(x, top + head + 2)}));
}

void Timeline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // time goes that way everywhere
    const Rows parts = rows();
    paintGraph(painter, parts.graph);
    if (m_look.duration > 0) {
        paintEvents(painter, parts.graph);
        paintSent(painter, parts.sent);
        painter.setRenderHint(QPainter::Antialiasing);
        paintStretch(painter, parts);
        painter.setRenderHint(QPainter::Antialiasing, false);
        paintTimes(painter, parts.times);
        painter.setRenderHint(QPainter::Antialiasing);
        paintCited(painter, parts.cited);
        paintPlace(painter, parts);
    }
    if (hasFocus())
        paintFocusRing(painter, rect(), m_theme.px(4), m_theme);
}

} // namespace tf::ui
