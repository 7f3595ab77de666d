#pragma once

// A picture with places painted over, as they are in what is sent.
//
// Thread: any.

#include "app/media/picture_edit.h"

#include <QImage>

#include <vector>

namespace tf::ui {

/// `picture` is RGB888 and may be smaller than `source`, whose pixels the regions are.
[[nodiscard]] QImage coveredPicture(const QImage& picture, const std::vector<app::Region>& covered,
                                    QSize source);

} // namespace tf::ui
