#pragma once

// The inner loops of index and attention in AVX-512 BF16: pairs of bf16, summed in fp32.
//
// Four rows meet 64 lanes in registers; a page's 32 kB are read once per four rows. Requires: the
// machine's level is Avx512Bf16, and queries have an even dim.

#include "kernels/cpu/cache/block_kernels.h"

namespace tf::cpu {

BlockKernels bf16Kernels();

} // namespace tf::cpu
