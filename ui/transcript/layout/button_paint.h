#pragma once

// Buttons of words inside a conversation: how wide they are, and how they look when touched.
//
// Thread: main.

#include "ui/transcript/layout/measures.h"
#include "ui/transcript/layout/row_layout.h"

namespace tf::ui {

/// Spots one after the other, each as wide as its name; they end at `right` or begin at `left`.
/// `isMirrored` measures swap the sides within `row`.
[[nodiscard]] std::vector<Spot> placedBeforeEnd(std::vector<Spot> spots, const QRect& row,
                                                const Measures& measures);
[[nodiscard]] std::vector<Spot> placedFromBegin(std::vector<Spot> spots, const QRect& row,
                                                const Measures& measures);

/// On a card: with room around each, over as many lines as they need from the top of `row` on.
[[nodiscard]] std::vector<Spot> placedOnCard(std::vector<Spot> spots, const QRect& row,
                                             const Measures& measures);
/// One of those, raised from the card's colour.
void paintCardButton(QPainter& painter, const RowPaint& paint, const Measures& measures,
                     const Spot& spot);

/// What one of them looks like now.
void paintButton(QPainter& painter, const RowPaint& paint, const Measures& measures,
                 const Spot& spot);

/// Only what the pointer or the keyboard is on: the spot's words are painted by its row.
void paintTouch(QPainter& painter, const RowPaint& paint, const Measures& measures,
                const Spot& spot);

/// Points down when something is open, else where lines lead.
void paintChevron(QPainter& painter, const QRect& place, bool isFolded, bool isMirrored,
                  const QColor& ink);

inline constexpr int kButtonHeight = 24;

} // namespace tf::ui
