#include "ui/theme/icons.h"

#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <QTransform>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr const char* kIconFiles[] = {
    "check",       "chevron_down", "chevron_right", "close",      "cover",      "diagram",
    "engine",      "file",         "forward",       "frame_back", "frame_next", "globe",
    "info",        "inspector",    "keys",          "loop",       "network",    "pane_left",
    "pane_right",  "pause",        "picture",       "play",       "plus",       "recording",
    "redo",        "repository",   "rewind",        "search",     "send",       "sessions",
    "shield",      "stop",         "tool_arrow",    "tool_box",   "tool_cover", "tool_crop",
    "tool_number", "tool_select",  "trash",         "trifold",    "undo",       "warning",
};
static_assert(std::size(kIconFiles) == kNumIcons);

QPixmap draw(Icon icon, int pixels, QColor color)
{
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const char* file = kIconFiles[static_cast<int>(icon)];
    QSvgRenderer(u":/icons/%1.svg"_s.arg(QLatin1StringView(file))).render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
}

bool showsASide(Icon icon)
{
    return icon == Icon::PaneLeft || icon == Icon::PaneRight || icon == Icon::ChevronRight;
}

} // namespace

QPixmap tinted(Icon icon, int size, qreal ratio, QColor color)
{
    const int pixels = qRound(size * ratio);
    const QString key =
        u"trifold-icon/%1/%2/%3"_s.arg(static_cast<int>(icon)).arg(pixels).arg(color.rgba());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = draw(icon, pixels, color);
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

void paintIcon(QPainter& painter, const QRect& place, Icon icon, QColor color,
               Qt::LayoutDirection direction)
{
    const int size = std::min(place.width(), place.height());
    const QPoint corner =
        place.topLeft() + QPoint((place.width() - size) / 2, (place.height() - size) / 2);
    const QPixmap drawn = tinted(icon, size, painter.device()->devicePixelRatioF(), color);
    const bool mirrored = direction == Qt::RightToLeft && showsASide(icon);
    painter.drawPixmap(corner, mirrored ? drawn.transformed(QTransform::fromScale(-1, 1)) : drawn);
}

} // namespace tf::ui
