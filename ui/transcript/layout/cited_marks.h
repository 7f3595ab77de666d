#pragma once

// The marks behind places that an answer names: a sign and a colour, and what they stand for.
//
// Thread: main.

#include "ui/transcript/layout/paragraph.h"

namespace tf::ui {

/// A paragraph with cited places, and where it stands in its row.
struct CitedText {
    const Paragraph& paragraph;
    QPointF origin;
    int base = 0; ///< of its text, in that of the row
};

/// And the ring around the one that has the keyboard.
void paintCited(QPainter& painter, const CitedText& text, const CitedSource& source,
                const RowPaint& paint);
void addCitedSpots(std::vector<Spot>& spots, const CitedText& text, const CitedSource& source);

/// ✓ △ ✗, as large as there is room.
void paintCiteMark(QPainter& painter, const QRectF& place, workspace::CiteMark mark,
                   const Theme& theme);
/// "src/a.cpp line 12, was sent".
[[nodiscard]] QString citedName(const workspace::CitedPlace& place);

} // namespace tf::ui
