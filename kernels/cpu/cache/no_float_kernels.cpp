#include "kernels/cpu/cache/float_kernels.h"

// Built instead of float_kernels.cpp where there is no Highway: the plain truth computes.

namespace tf::cpu {

std::optional<BlockKernels> floatKernels(Level)
{
    return std::nullopt;
}

} // namespace tf::cpu
