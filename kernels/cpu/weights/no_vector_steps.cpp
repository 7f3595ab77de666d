#include "kernels/cpu/weights/vector_steps.h"

// Built instead of vector_steps.cpp where there is no Highway: the plain truth computes.

namespace tf::cpu {

const FloatSteps* vectorSteps(Level)
{
    return nullptr;
}

} // namespace tf::cpu
