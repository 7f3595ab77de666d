#pragma once

// How a picture file says that it wants to be turned: the eight orientations of EXIF.

#include "vision/images/byte_view.h"
#include "vision/picture/turn.h"

#include <cstdint>

namespace tf::vision {

/// None for a number that EXIF does not know.
Turn turnOfOrientation(std::uint32_t orientation);

/// From an EXIF block, which is a small TIFF file; none when it says nothing that is understood.
Turn turnInExif(ByteView exif);

} // namespace tf::vision
