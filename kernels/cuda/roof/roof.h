#pragma once

// How fast this GPU's memory really is: the roof that every kernel's bytes are held against.

#include "kernels/api/cuda_plugin.h"

namespace tf::cuda {

/// Reads and copies `bytes` several times, median of the runs. `bytes` is rounded down to whole
/// 16-byte words and should be far larger than the L2 cache. Thread: any, one at a time per GPU.
Result<GpuRoof> measureRoof(int gpuIdx, std::size_t bytes);

} // namespace tf::cuda
