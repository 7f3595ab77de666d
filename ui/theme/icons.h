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
    ChevronDown,
    ChevronRight,
    Close,
    Cover,
    Diagram,
    Engine,
    File,
    Forward,
    FrameBack,
    FrameNext,
    Globe,
    Info,
    Inspector,
    Keys,
    Loop,
    Network,
    PaneLeft,
    PaneRight,
    Pause,
    Picture,
    Play,
    Plus,
    Recording,
    Redo,
    Repository,
    Rewind,
    Search,
    Send,
    Sessions,
    Shield,
    Stop,
    ToolArrow,
    ToolBox,
    ToolCover,
    ToolCrop,
    ToolNumber,
    ToolSelect,
    Trash,
    Trifold,
    Undo,
    Warning,
};

inline constexpr int kNumIcons = static_cast<int>(Icon::Warning) + 1;

/// Sharp at any `ratio` of device to design pixels; kept in Qt's pixmap cache.
[[nodiscard]] QPixmap tinted(Icon icon, int size, qreal ratio, QColor color);

/// Centred in `place`, as large as its shorter side. What shows a side of the window is mirrored
/// where the layout goes from right to left.
void paintIcon(QPainter& painter, const QRect& place, Icon icon, QColor color,
               Qt::LayoutDirection direction = Qt::LeftToRight);

} // namespace tf::ui
