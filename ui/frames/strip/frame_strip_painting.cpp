// How a strip's tiles are drawn.

#include "ui/frames/frame_words.h"
#include "ui/frames/strip/frame_strip.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"

#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <QStyle>

namespace tf::ui {

namespace {

constexpr int kPickInset = 4;
constexpr int kPickDisc = 18;
constexpr int kPickDrawing = 12;
constexpr int kTileRadius = 4;

} // namespace

void FrameStrip::paintPick(QPainter& painter, const QRect& place, StripState state) const
{
    if (m_isReadOnly && state != StripState::Sent && state != StripState::Picked)
        return;
    const int inset = m_theme.px(kPickInset);
    const int side = m_theme.px(kPickDisc);
    const QRect disc = QStyle::visualRect(
        layoutDirection(), place, QRect(place.topLeft() + QPoint(inset, inset), QSize(side, side)));
    const bool sends = state == StripState::Sent || state == StripState::Picked;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(sends ? Token::Accent : Token::BorderStrong), m_theme.px(1)));
    painter.setBrush(m_theme.color(sends ? Token::Accent : Token::Card));
    painter.drawEllipse(QRectF(disc).adjusted(0.5, 0.5, -0.5, -0.5));
    if (state == StripState::Between)
        return;
    const int drawing = m_theme.px(kPickDrawing);
    const QRect middle(disc.left() + (side - drawing) / 2, disc.top() + (side - drawing) / 2,
                       drawing, drawing);
    const Icon icon = state == StripState::Sent ? Icon::Check
        : state == StripState::Picked           ? Icon::Plus
                                                : Icon::Close;
    paintIcon(painter, middle, icon, m_theme.color(sends ? Token::TextOnAccent : Token::Danger));
}

void FrameStrip::paintPicture(QPainter& painter, const QRect& place, const StripFrame& frame) const
{
    painter.fillRect(place, m_theme.color(Token::Hover));
    const QPixmap* picture = m_pictures.object(frame.index);
    if (picture == nullptr)
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QSizeF size = QSizeF(picture->size()).scaled(place.size(), Qt::KeepAspectRatio);
    QRectF target({}, size);
    target.moveCenter(QRectF(place).center());
    painter.setOpacity(frame.state == StripState::LeftOut ? 0.45 : 1);
    painter.drawPixmap(target, *picture, QRectF(picture->rect()));
    painter.setOpacity(1);
}

void FrameStrip::paintTile(QPainter& painter, std::size_t frame) const
{
    const StripFrame& shown = m_frames[frame];
    const QRect tile = placeOf(frame);
    const auto [first, last] = chosen();
    const int radius = m_theme.px(kTileRadius);
    const bool isChosen = hasFocus() && frame >= first && frame <= last;
    const int inset = m_theme.px(3);
    if (isChosen)
        paintRounded(painter, tile.adjusted(-inset, -inset, inset, inset), radius,
                     m_theme.color(Token::Selected));
    const QRect picture(tile.topLeft(), QSize(tile.width(), grid().pictureHeight));
    paintPicture(painter, picture, shown);
    if (shown.index == m_shown || m_pointedOut == shown.index) {
        const int line = m_theme.px(2);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(
            QPen(m_theme.color(m_pointedOut == shown.index ? Token::Caution : Token::Text), line,
                 Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(
            QRectF(picture).adjusted(line / 2.0, line / 2.0, -line / 2.0, -line / 2.0));
    }
    paintPick(painter, picture, shown.state);
    const QRect words(tile.left(), picture.bottom() + 1, tile.width(),
                      tile.bottom() - picture.bottom());
    const int half = words.height() / 2;
    const auto line = [&](const QRect& where, Token ink, const QString& text, Qt::Alignment side) {
        painter.setPen(m_theme.color(ink));
        painter.drawText(where,
                         int(QStyle::visualAlignment(layoutDirection(), side)) | Qt::AlignVCenter
                             | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, where.width()));
    };
    painter.setFont(m_theme.font(FontRole::Small));
    const QRect upper(words.left(), words.top(), words.width(), half);
    line(upper, Token::Text, fineClockWords(shown.seconds), Qt::AlignLeft);
    if (isSent(shown))
        line(upper, Token::TextMuted, tr("%1 tok").arg(QLocale().toString(qlonglong(shown.tokens))),
             Qt::AlignRight);
    line(QRect(words.left(), words.top() + half, words.width(), half), Token::TextMuted,
         reasonWords(shown), Qt::AlignLeft);
    if (hasFocus() && frame == m_cursor)
        paintFocusRing(painter, tile.adjusted(-inset, -inset, inset, inset), radius, m_theme);
}

void FrameStrip::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    const auto [first, end] = inSight();
    for (std::size_t idx = first; idx < end; ++idx) {
        if (placeOf(idx).adjusted(-4, -4, 4, 4).intersects(event->rect()))
            paintTile(painter, idx);
    }
    if (!m_frames.empty())
        return;
    painter.setFont(m_theme.font(FontRole::Body));
    painter.setPen(m_theme.color(Token::TextMuted));
    painter.drawText(viewport()->rect().adjusted(12, 12, -12, -12),
                     int(Qt::AlignHCenter) | Qt::AlignTop | Qt::TextWordWrap,
                     tr("No frame of it is sent."));
}

} // namespace tf::ui
