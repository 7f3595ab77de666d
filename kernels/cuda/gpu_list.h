#pragma once

// The GPUs that the driver shows.

#include "kernels/api/gpu.h"
#include "kernels/base/result.h"

#include <vector>

namespace tf::cuda {

/// NotFound when there is no driver or no GPU. Thread: any.
Result<std::vector<Gpu>> listGpus();

} // namespace tf::cuda
