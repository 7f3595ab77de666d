#include "kernels/api/cuda_plugin.h"

#include "kernels/base/words.h"

#include <system_error>

#include <dlfcn.h>

namespace tf {

namespace {

constexpr const char* kFileName = "libtrifold_cuda.so";

/// Beside the program in a build tree, in ../lib/trifold once installed.
std::vector<std::filesystem::path> placesToLook()
{
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    const auto folder = program.parent_path();
    return {folder / kFileName, folder.parent_path() / "lib" / "trifold" / kFileName};
}

} // namespace

Result<const CudaPlugin*> loadCudaPlugin()
{
    for (const auto& file : placesToLook()) {
        std::error_code ignored;
        if (std::filesystem::exists(file, ignored))
            return loadCudaPlugin(file);
    }
    return Error(
        Code::NotFound,
        words("this installation has no ", kFileName, "; it was built on a machine without CUDA"));
}

Result<const CudaPlugin*> loadCudaPlugin(const std::filesystem::path& file)
{
    void* module = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (module == nullptr)
        return Error(Code::Unsupported, words("cannot load ", file.native(), ": ", dlerror()));
    using Entry = const CudaPlugin* (*)();
    const auto entry = reinterpret_cast<Entry>(dlsym(module, kCudaPluginEntry));
    if (entry == nullptr) {
        dlclose(module);
        return Error(Code::Unsupported, words(file.native(), " is not Trifold's CUDA plug-in"));
    }
    const CudaPlugin* plugin = entry();
    if (plugin->abi != kCudaPluginAbi)
        return Error(Code::Unsupported,
                     words(file.native(), " has interface ", plugin->abi, ", this program needs ",
                           kCudaPluginAbi, ": build both again"));
    return plugin;
}

} // namespace tf
