#pragma once

// How a clip says that it wants to be turned: the matrix by which players lay its frames.

#include "vision/picture/turn.h"

#include <cstdint>

namespace tf::vision {

/// From its nine numbers; the nearest of the eight turns, none when the matrix is singular.
Turn turnOf(const std::int32_t* displayMatrix);

} // namespace tf::vision
