#pragma once

// The weight_map of a model.safetensors.index.json: which tensor lies in which file, as a list.

#include "kernels/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tf::json {

/// More files, or bytes of a file's name, are refused.
inline constexpr std::size_t kMaxShards = 2000;
inline constexpr std::size_t kMaxShardNameBytes = 255;

struct WeightMap {
    struct Entry {
        std::string tensor;
        std::uint32_t fileIdx = 0;
    };
    std::vector<std::string> files; ///< each once, in the order in which they are first named
    std::vector<Entry> entries; ///< in written order
};

/// BadInput names the byte or the tensor; a tensor named twice is refused. Thread: any.
Result<WeightMap> readWeightMap(std::string_view text);

} // namespace tf::json
