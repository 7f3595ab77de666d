#pragma once

// One step into the direction of an arrow key; none for other keys.

#include <QPoint>
#include <qnamespace.h>

namespace tf::ui {

[[nodiscard]] inline QPoint stepOfArrow(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

} // namespace tf::ui
