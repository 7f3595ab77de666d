#pragma once

// The monochrome drawings of resources/icons, painted in whatever colour is asked for.
//
// Thread: main.

#include <QColor>
#include <QPixmap>
#include <QRect>

#include <cstdint>

class QPainter;

namespace tf::ui {

enum class Icon : std::uint8_t {
    Check,
    Close,
    Diagram,
    Engine,
    File,
    Info,
    Inspector,
    Keys,
    PaneLeft,
    PaneRight,
    Picture,
    Recording,
    Repository,
    Send,
    Sessions,
    Shield,
    Stop,
    Trifold,
    Warning,
};

inline constexpr int kNumIcons = static_cast<int>(Icon::Warning) + 1;

/// Sharp at any `ratio` of device to design pixels; kept in Qt's pixmap cache.
[[nodiscard]] QPixmap tinted(Icon icon, int size, qreal ratio, QColor color);

/// Centred in `place`, as large as its shorter side.
void paintIcon(QPainter& painter, const QRect& place, Icon icon, QColor color);

} // namespace tf::ui
