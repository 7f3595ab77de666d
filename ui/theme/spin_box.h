#pragma once

// A number that is stepped, as the fields around it look: where its parts are, and its two arrows.
//
// Thread: main.

#include "ui/theme/theme.h"

#include <QStyle>

class QStyleOptionSpinBox;

namespace tf::ui {

/// Words where those of a combo box stand, arrows under each other at the line's end.
[[nodiscard]] QRect spinBoxPart(const QStyleOptionSpinBox& box, QStyle::SubControl part,
                                const Theme& theme);

/// On a field that is painted already.
void paintSpinArrows(QPainter& painter, const QStyleOptionSpinBox& box, const Theme& theme);

} // namespace tf::ui
