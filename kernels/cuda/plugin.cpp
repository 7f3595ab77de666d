// The one function that the plug-in shows to the outside.

#include "kernels/api/cuda_plugin.h"
#include "kernels/cuda/gpu_list.h"
#include "kernels/cuda/roof/roof.h"

extern "C" __attribute__((visibility("default"))) const tf::CudaPlugin* trifoldCudaPlugin()
{
    static constexpr tf::CudaPlugin kPlugin{
        .abi = tf::kCudaPluginAbi,
        .listGpus = tf::cuda::listGpus,
        .measureRoof = tf::cuda::measureRoof,
    };
    return &kPlugin;
}
