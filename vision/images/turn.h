#pragma once

// How a stored picture has to be turned to stand upright: the eight orientations of EXIF.

#include "vision/images/byte_view.h"
#include "vision/picture/picture.h"

#include <cstdint>

namespace tf::vision {

/// The numbers are EXIF's.
enum class Turn : std::uint8_t {
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
Turn turnFrom(std::uint32_t orientation);

/// From an EXIF block, which is a small TIFF file; None when it says nothing that is understood.
Turn turnIn(ByteView exif);

/// Of a picture after its turn.
Size turnedSize(Size size, Turn turn);
Picture turned(const PictureView& stored, Turn turn);

} // namespace tf::vision
