#pragma once

// Paints the nodes and lines of a tree: its shape says how a turn ended, its strength what is
// shown.
//
// Thread: main.

#include "ui/theme/theme.h"
#include "ui/transcript/map/tree_plan.h"

#include <QRect>

class QPainter;

namespace tf::ui {

class MapPainter {
public:
    /// Requires: both outlive it.
    MapPainter(QPainter& painter, const Theme& theme);

    void paintBack(const QRect& place, Token fill) const;
    void paintLine(QPointF parent, QPointF child, const TreeNode& to) const;
    /// `surface`: what it stands on.
    void paintNode(QPointF centre, const TreeNode& node, Token surface) const;
    /// Where the keyboard is.
    void paintRing(const QRect& place) const;

private:
    void paintCross(QPointF centre, double radius) const;

    QPainter& m_painter;
    const Theme& m_theme;
};

} // namespace tf::ui
