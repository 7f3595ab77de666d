#pragma once

// A mark of a picture as lines: where they run, how thick they are, in which two colours.
//
// Thick enough for the picture's longer side that a model that sees it smaller still reads them.
// Thread: any.

#include "app/media/ink.h"
#include "app/media/picture_edit.h"

namespace tf::app {

inline constexpr Color kMarkInk{214, 24, 36};
inline constexpr Color kMarkOutline{255, 255, 255}; ///< around it, so that it stands out anywhere

inline constexpr Color kCoverInk{0, 0, 0}; ///< what a covered place is filled with

/// How large marks are in a picture whose longer side has so many pixels.
struct MarkScale {
    double stroke = 0;
    double outline = 0; ///< on each side of a stroke
    double numberRadius = 0;
};
[[nodiscard]] MarkScale markScale(std::int32_t longSide);

/// Over what is there. `origin`: what of the original is the picture's upper left.
void paintMark(vision::Picture& picture, const Mark& mark, Spot origin, const MarkScale& scale);

} // namespace tf::app
