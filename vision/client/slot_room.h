#pragma once

// How much shared memory an ask takes, known before anything is known of the medium.
//
// Generous: memory that no frame touches costs nothing.

#include "vision/media/asks.h"
#include "vision/media/frame_slots.h"

namespace tf::vision {

/// No slots for what brings no pixels.
[[nodiscard]] SlotLayout slotsFor(const Ask& ask, const MediaLimits& limits);

} // namespace tf::vision
