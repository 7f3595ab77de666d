#include "kernels/cuda/gpu_list.h"

#include "kernels/base/words.h"
#include "kernels/cuda/base/cuda_error.h"

namespace tf::cuda {

Result<std::vector<Gpu>> listGpus()
{
    int numGpus = 0;
    TRY(succeeded(cudaGetDeviceCount(&numGpus), "counting GPUs"));
    std::vector<Gpu> gpus;
    for (int gpuIdx = 0; gpuIdx < numGpus; ++gpuIdx) {
        cudaDeviceProp properties;
        TRY(succeeded(cudaGetDeviceProperties(&properties, gpuIdx), words("asking GPU ", gpuIdx)));
        gpus.push_back({gpuIdx, properties.name, properties.totalGlobalMem, properties.major,
                        properties.minor, properties.multiProcessorCount});
    }
    return gpus;
}

} // namespace tf::cuda
