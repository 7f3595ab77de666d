#pragma once

// Where a picture stands in a widget, whole and undistorted, and which of its pixels are where.
//
// Thread: any.

#include "app/media/picture_edit.h"

#include <QRectF>
#include <QSize>

namespace tf::ui {

struct PictureFit {
    QSize source; ///< the upright original
    QRectF place; ///< of all of it

    [[nodiscard]] bool isEmpty() const { return source.isEmpty() || place.isEmpty(); }
    [[nodiscard]] QRectF onScreen(const app::Region& region) const;
    /// Within the picture.
    [[nodiscard]] app::Spot inPicture(QPointF point) const;
};

/// In the middle of `room`.
[[nodiscard]] PictureFit fitPicture(QSize source, const QRectF& room);

/// What two corners span; within a picture of that size.
[[nodiscard]] app::Region spanned(app::Spot one, app::Spot other, QSize source);
/// Moved, or made larger at its lower right; it stays within the picture and 4 pixels large.
[[nodiscard]] app::Region movedRegion(app::Region region, QPoint by, QSize source);
[[nodiscard]] app::Region resizedRegion(app::Region region, QPoint by, QSize source);

} // namespace tf::ui
