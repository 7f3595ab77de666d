#pragma once

// Rows times weights, as kernels/api/gemm.h promises: the panels of all jobs are one list of tasks.

#include "kernels/api/gemm.h"
#include "kernels/cpu/weights/workbench.h"

namespace tf::cpu {

/// Thread: the device's caller.
void gemm(const GemmArgs& args, const Workbench& bench);

/// Scratch that gemm() takes, however many rows there are.
std::int64_t gemmScratchBytes(int threads);

} // namespace tf::cpu
