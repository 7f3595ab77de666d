#include "kernels/cuda/base/cuda_error.h"

#include "kernels/base/words.h"

namespace tf::cuda {

namespace {

/// Without a driver CUDA 13 says "insufficient driver", as it does for one that is too old.
Error driverError(std::string_view tried, const char* file, int line)
{
    int version = 0;
    cudaDriverGetVersion(&version);
    if (version == 0)
        return {Code::NotFound, words(tried, ": this machine has no NVIDIA driver"), file, line};
    return {Code::Unsupported,
            words(tried, ": the NVIDIA driver is too old: it speaks CUDA ", version / 1000, ".",
                  version % 1000 / 10, ", this build needs ", CUDART_VERSION / 1000, ".",
                  CUDART_VERSION % 1000 / 10),
            file, line};
}

} // namespace

Error cudaError(cudaError_t status, std::string_view tried, const char* file, int line)
{
    switch (status) {
    case cudaErrorInsufficientDriver:
        return driverError(tried, file, line);
    case cudaErrorNoDevice:
        return {Code::NotFound, words(tried, ": the NVIDIA driver sees no GPU"), file, line};
    case cudaErrorMemoryAllocation:
        return {Code::OutOfMemory, words(tried, ": the GPU's memory is full"), file, line};
    case cudaErrorNoKernelImageForDevice:
        return {Code::Unsupported, words(tried, ": this build has no code for this GPU"), file,
                line};
    default:
        return {Code::Device, words(tried, ": ", cudaGetErrorString(status)), file, line};
    }
}

Result<> succeeded(cudaError_t status, std::string_view tried, const char* file, int line)
{
    if (status == cudaSuccess)
        return {};
    return cudaError(status, tried, file, line);
}

} // namespace tf::cuda
