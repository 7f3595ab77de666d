#pragma once

// The steps of a product in ordinary C++: what every other level is held against.

#include "kernels/cpu/weights/float_panel.h"

namespace tf::cpu {

extern const FloatSteps kPlainSteps;

} // namespace tf::cpu
