#include "ui/transcript/media/media_row.h"

#include "ui/theme/icons.h"
#include "ui/theme/style.h"

#include <QImage>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kTileWidth = 152;
constexpr int kPictureHeight = 86;
constexpr int kTileGap = 10;
constexpr int kWordLine = 17;
constexpr int kAboveWords = 5;
constexpr int kTileRadius = 6;
constexpr int kMiddleIcon = 22;
constexpr int kBadge = 22;

using State = workspace::KeptMedium::State;

int tileHeight(const Measures& measures)
{
    return measures.px(kPictureHeight + kAboveWords + 2 * kWordLine);
}

int tilesPerLine(int width, const Measures& measures)
{
    const int gap = measures.px(kTileGap);
    return std::max(1, (width + gap) / (measures.px(kTileWidth) + gap));
}

/// Filled by the picture's middle.
void paintFilling(QPainter& painter, const QRect& place, const workspace::Preview& preview)
{
    const QImage image(preview.rgb->data(), preview.width, preview.height, preview.width * 3,
                       QImage::Format_RGB888);
    const QSizeF size = QSizeF(image.size()).scaled(place.size(), Qt::KeepAspectRatioByExpanding);
    const QPointF middle = QRectF(place).center();
    const QRectF target(middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(),
                        size.height());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, image);
}

} // namespace

int mediaHeight(std::size_t numTiles, int width, const Measures& measures)
{
    const int perLine = tilesPerLine(width, measures);
    const int numLines = (static_cast<int>(numTiles) + perLine - 1) / perLine;
    return numLines * tileHeight(measures) + std::max(numLines - 1, 0) * measures.px(kTileGap);
}

MediaRow::MediaRow(std::vector<MediaTile> tiles, MediaLook look, const Room& room,
                   const Measures& measures)
    : m_measures(measures)
    , m_tiles(std::move(tiles))
    , m_look(std::move(look))
    , m_height(room.gap + mediaHeight(m_tiles.size(), room.width, measures))
{
    const int perLine = tilesPerLine(room.width, measures);
    const int gap = measures.px(kTileGap);
    const int width = std::min(measures.px(kTileWidth), room.width);
    const int height = tileHeight(measures);
    const auto direction = measures.isMirrored ? Qt::RightToLeft : Qt::LeftToRight;
    const QRect row(0, room.gap, room.width, m_height - room.gap);
    for (int idx = 0; idx < static_cast<int>(m_tiles.size()); ++idx) {
        const QRect place((idx % perLine) * (width + gap),
                          room.gap + (idx / perLine) * (height + gap), width, height);
        m_places.push_back(QStyle::visualRect(direction, row, place));
    }
}

workspace::KeptMedium MediaRow::mediumOf(const MediaTile& tile) const
{
    workspace::KeptMedium nothing;
    nothing.state = State::Missing;
    return m_look && !tile.blob.empty() ? m_look(tile.blob) : nothing;
}

std::vector<Spot> MediaRow::spots(const RowView&) const
{
    std::vector<Spot> spots;
    for (std::size_t idx = 0; idx < m_tiles.size(); ++idx)
        spots.push_back({SpotKind::Attachment, m_tiles[idx].attachment, m_places[idx],
                         m_tiles[idx].spoken(mediumOf(m_tiles[idx]))});
    return spots;
}

void MediaRow::paint(QPainter& painter, const RowPaint& paint) const
{
    for (std::size_t idx = 0; idx < m_tiles.size(); ++idx) {
        if (m_places[idx].intersects(paint.exposed))
            paintTile(painter, paint, idx);
    }
}

void MediaRow::paintTile(QPainter& painter, const RowPaint& paint, std::size_t idx) const
{
    const MediaTile& tile = m_tiles[idx];
    const workspace::KeptMedium medium = mediumOf(tile);
    QRect picture = m_places[idx];
    picture.setHeight(m_measures.px(kPictureHeight));
    paintPicture(painter, paint, picture, tile, medium);
    const bool isFocused = paint.focused && paint.focused->kind == SpotKind::Attachment
        && paint.focused->arg == tile.attachment;
    if (isFocused)
        paintFocusRing(painter, picture, m_measures.px(kTileRadius), paint.theme);
    paintWords(painter, paint, m_places[idx], tile.name, tile.facts(medium));
}

void MediaRow::paintPicture(QPainter& painter, const RowPaint& paint, const QRect& place,
                            const MediaTile& tile, const workspace::KeptMedium& medium) const
{
    const int radius = m_measures.px(kTileRadius);
    paintRounded(painter, place, radius, paint.theme.color(Token::PillFill));
    const bool isClip = tile.kind == MediaTile::Kind::Clip;
    if (medium.state != State::Shown || !medium.preview.rgb) {
        const int icon = m_measures.px(kMiddleIcon);
        paintIcon(painter, QRect(place.center() - QPoint(icon / 2, icon / 2), QSize(icon, icon)),
                  isClip ? Icon::Recording : Icon::Picture, paint.theme.color(Token::PillText));
        return;
    }
    QPainterPath shape;
    shape.addRoundedRect(place, radius, radius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(shape, Qt::IntersectClip);
    paintFilling(painter, place, medium.preview);
    painter.restore();
    if (!isClip)
        return;
    const int badge = m_measures.px(kBadge);
    const int margin = m_measures.px(6);
    const QRect mark(place.left() + margin, place.bottom() + 1 - margin - badge, badge, badge);
    paintRounded(painter, mark, m_measures.px(5), paint.theme.color(Token::PillFill));
    paintIcon(painter, mark.adjusted(margin / 2, margin / 2, -margin / 2, -margin / 2),
              Icon::Recording, paint.theme.color(Token::PillText));
}

void MediaRow::paintWords(QPainter& painter, const RowPaint& paint, const QRect& tile,
                          const QString& name, const QString& facts) const
{
    const int line = m_measures.px(kWordLine);
    const QRect first(tile.left(), tile.top() + m_measures.px(kPictureHeight + kAboveWords),
                      tile.width(), line);
    const int align = int(Qt::AlignVCenter) | int(Qt::AlignAbsolute) | int(Qt::TextSingleLine)
        | int(m_measures.isMirrored ? Qt::AlignRight : Qt::AlignLeft);
    painter.setFont(m_measures.small);
    painter.setPen(paint.theme.color(Token::Text));
    painter.drawText(first, align,
                     painter.fontMetrics().elidedText(name, Qt::ElideMiddle, tile.width()));
    painter.setPen(paint.theme.color(Token::TextMuted));
    painter.drawText(first.translated(0, line), align,
                     painter.fontMetrics().elidedText(facts, Qt::ElideRight, tile.width()));
}

} // namespace tf::ui
