#pragma once

// Both passes of a resampling in ordinary C++: the truth that faster ones are held against.

#include "vision/picture/picture.h"
#include "vision/picture/taps.h"

#include <cstdint>

namespace tf::vision {

/// The sum of weighted bytes as a byte, rounded. It was begun with half of what is shifted out.
inline std::uint8_t byteOf(std::int32_t sum)
{
    const std::int32_t value = sum >> kWeightBits;
    return static_cast<std::uint8_t>(value < 0 ? 0 : value > 255 ? 255 : value);
}

/// Across, then down, with bytes in between. `to` has no gaps.
void resamplePlainly(const PictureView& source, const Taps& across, const Taps& down,
                     std::uint8_t* to);

} // namespace tf::vision
