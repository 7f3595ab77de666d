#pragma once

// The bar under what is wider than its place: where its handle stands, and what a pull on it means.
//
// Thread: main.

#include "ui/transcript/layout/measures.h"
#include "ui/transcript/layout/row_layout.h"

namespace tf::ui {

struct SideBar {
    QRect track; ///< in the row; empty: nothing is wider than its place
    int range = 0; ///< how far it can be scrolled

    [[nodiscard]] bool isNull() const { return range <= 0; }
    [[nodiscard]] QRectF handle(int scrolled, const Measures& measures) const;
    /// How far it is scrolled when the handle is pulled so far from where it was at `from`.
    [[nodiscard]] int pulled(int from, int pixels, const Measures& measures) const;
    /// What can be grabbed, and reached by the keyboard.
    [[nodiscard]] Spot spot(const Measures& measures) const;
    void paint(QPainter& painter, const RowPaint& paint, const Measures& measures) const;
};

/// What a row must be taller for it.
inline constexpr int kSideBarRoom = 12;

} // namespace tf::ui
