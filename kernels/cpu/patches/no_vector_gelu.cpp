#include "kernels/cpu/patches/vector_gelu.h"

namespace tf::cpu {

GeluNumbers vectorGelu(Level)
{
    return nullptr;
}

} // namespace tf::cpu
