// Any bytes as a safetensors index: an error, or files that lie in the folder and tensors in them.

#include "engine/model/files/checkpoint_index.h"
#include "engine/model/files/tensor_names.h"

#include <filesystem>

using namespace tf;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto map = engine::readCheckpointIndex(text);
    if (!map)
        return 0;
    for (const auto& file : map->files) {
        const auto path = (std::filesystem::path("/models/m3") / file).lexically_normal();
        CHECK(path.native().starts_with("/models/m3/"), "a file outside the folder");
    }
    for (const auto& entry : map->entries) {
        CHECK(entry.fileIdx < map->files.size(), "a tensor in no file");
        static_cast<void>(engine::releasedName(entry.tensor)); // must not crash
    }
    return 0;
}
