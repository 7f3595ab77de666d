#include "engine/model/files/checkpoint_index.h"

#include "kernels/base/words.h"

#include <filesystem>

namespace tf::engine {

namespace {

/// Backslashes are refused too: what is a plain name here is a path elsewhere.
bool staysInside(const std::string& file)
{
    const std::filesystem::path path(file);
    if (file.empty() || path.is_absolute() || path.has_root_path() || !path.has_filename()
        || file.find('\\') != std::string::npos)
        return false;
    for (const auto& step : path) {
        if (step == ".." || step == ".")
            return false;
    }
    return true;
}

} // namespace

Result<json::WeightMap> readCheckpointIndex(std::string_view text)
{
    auto map = TRY(json::readWeightMap(text));
    if (map.entries.empty())
        return Error(Code::BadInput, "its weight_map is empty");
    for (const auto& file : map.files) {
        if (!staysInside(file))
            return Error(Code::BadInput,
                         words("it names the file \"", file, "\", which is not in the folder"));
        if (!file.ends_with(".safetensors"))
            return Error(Code::Unsupported,
                         words("it names the file \"", file, "\"; only safetensors are read"));
    }
    return map;
}

} // namespace tf::engine
