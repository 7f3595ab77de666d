#pragma once

// How a stored picture has to be turned to stand upright: the eight orientations of EXIF.

#include "vision/images/byte_view.h"
#include "vision/picture/picture.h"

#include <cstdint>

namespace tf::vision {

/// The numbers are EXIF's.
enum class Orientation : std::uint8_t {
    None = 1,
    MirrorAcross = 2, ///< left and right change places
    Half = 3,
    MirrorDown = 4, ///< top and bottom change places
    Transpose = 5, ///< rows become columns
    Clockwise = 6,
    Transverse = 7, ///< rows become columns, from the far corner
    Counterclockwise = 8,
};

/// None for a number that EXIF does not know.
Orientation orientationFrom(std::uint32_t orientation);

/// From an EXIF block, which is a small TIFF file; None when it says nothing that is understood.
Orientation orientationIn(ByteView exif);

/// Of a picture that was laid upright.
Size uprightSize(Size size, Orientation orientation);
Picture turned(const PictureView& stored, Orientation orientation);

} // namespace tf::vision
