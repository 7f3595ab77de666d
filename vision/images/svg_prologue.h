#pragma once

// Whether bytes are an SVG: what may stand before its first element, and that element's name.
//
// A page of HTML with a drawing in it is no SVG, nor is text that speaks of one.

#include "vision/images/byte_view.h"

namespace tf::vision {

bool beginsLikeSvg(ByteView bytes);

} // namespace tf::vision
