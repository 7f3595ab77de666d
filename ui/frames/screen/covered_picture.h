#pragma once

// A picture with places painted over, as they are in what is sent.
//
// Thread: any.

#include "app/media/clip_choice.h"

#include <QImage>

#include <vector>

namespace tf::ui {

/// `picture` is RGB888 and may be smaller than `source`, whose pixels the regions are.
[[nodiscard]] QImage coveredPicture(const QImage& picture, const std::vector<app::Region>& covered,
                                    QSize source);

/// A frame that is shown from one time until another has what is covered at any of them.
[[nodiscard]] inline bool isCoveredIn(const app::CoveredStretch& covered, double from, double until)
{
    return (covered.to <= 0 || from <= covered.to) && until >= covered.from;
}

} // namespace tf::ui
