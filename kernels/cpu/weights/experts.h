#pragma once

// The experts of a layer, as kernels/api/experts.h promises, in two stages of tasks.
//
// Rows are sorted by expert. First, for every expert with rows and every 64 of its outputs, gate
// and up together and their activation; then, for every 64 outputs of the layer, the down
// projections of all experts in ascending order, added up by the thread that owns those outputs.

#include "kernels/api/device.h"
#include "kernels/cpu/weights/workbench.h"

namespace tf::cpu {

/// Thread: the device's caller.
void experts(const ExpertsArgs& args, const Workbench& bench);

std::int64_t expertsScratchBytes(const Workload& workload, int threads);

} // namespace tf::cpu
