#pragma once

// What the CUDA plug-in exports, and how a program that was built without it gets hold of it.
//
// libtrifold_cuda.so carries all CUDA code with a static runtime, so the programs start on any
// machine and a missing driver is an ordinary answer. The plug-in is built in the same tree as its
// callers; kCudaPluginAbi refuses one that was left behind by another build.

#include "kernels/api/gpu.h"
#include "kernels/base/result.h"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace tf {

/// Grows with every change of CudaPlugin.
inline constexpr int kCudaPluginAbi = 1;

/// How fast a GPU's own memory is, measured by a plain kernel.
struct GpuRoof {
    double readBytesPerSecond = 0;
    double copyBytesPerSecond = 0; ///< bytes read plus bytes written
};

struct CudaPlugin {
    int abi;
    Result<std::vector<Gpu>> (*listGpus)();
    Result<GpuRoof> (*measureRoof)(int gpuIdx, std::size_t bytes);
};

/// The name of the one exported function: `const CudaPlugin* trifoldCudaPlugin()`.
inline constexpr const char* kCudaPluginEntry = "trifoldCudaPlugin";

/// Loads the plug-in, which then stays until the process ends. NotFound: this installation has
/// none; Unsupported: it is of another build. Thread: any.
Result<const CudaPlugin*> loadCudaPlugin();

/// The same from a file of one's choice.
Result<const CudaPlugin*> loadCudaPlugin(const std::filesystem::path& file);

} // namespace tf
