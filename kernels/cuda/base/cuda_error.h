#pragma once

// A CUDA status as an Error, in words that say what to do about the driver.

#include "kernels/base/result.h"

#include <cuda_runtime_api.h>

namespace tf::cuda {

[[nodiscard]] Error cudaError(cudaError_t status, std::string_view tried,
                              const char* file = __builtin_FILE(), int line = __builtin_LINE());

/// An empty Result, or the Error of what was tried.
Result<> succeeded(cudaError_t status, std::string_view tried, const char* file = __builtin_FILE(),
                   int line = __builtin_LINE());

} // namespace tf::cuda
