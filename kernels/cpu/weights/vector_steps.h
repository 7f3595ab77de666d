#pragma once

// The steps of a product over Highway's vectors, written once for AVX2 and AVX-512.

#include "kernels/cpu/weights/float_panel.h"

namespace tf::cpu {

/// Null for a level without vectors, or a machine of another kind.
const FloatSteps* vectorSteps(Level level);

} // namespace tf::cpu
