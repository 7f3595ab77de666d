#pragma once

// How much of a picture's small print is still there when a model sees it smaller.
//
// Small print is many thin strokes beside one another; where a picture shrinks too far they run
// into each other. Counted, not read: nobody knows what a model makes of it. Thread: any.

#include "vision/picture/picture.h"

namespace tf::app {

/// Below this share the words of small print can hardly be told apart.
inline constexpr double kLeastLegible = 0.75;

/// Thin strokes along a picture's rows.
struct Strokes {
    double perRow = 0; ///< of the picture's height: rows of all sizes can be compared
    double share = 0; ///< of the rows that have any number of them worth the name
};

/// `byWidth`: how wide the picture is, measured against the original.
[[nodiscard]] Strokes strokesOf(const vision::PictureView& picture, double byWidth);

/// 0 to 1; 1 where there is no small print that could be lost.
[[nodiscard]] double legibleShare(const Strokes& original, const Strokes& seen);

} // namespace tf::app
