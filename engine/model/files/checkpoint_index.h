#pragma once

// Which file of a model folder holds which tensor, and that none of the files lies outside it.

#include "engine/json/weight_map.h"

namespace tf::engine {

inline constexpr std::string_view kIndexFile = "model.safetensors.index.json";
inline constexpr std::string_view kSingleFile = "model.safetensors";

/// Reads the text of model.safetensors.index.json. A file name that is no plain relative one is
/// refused: nothing outside the folder is ever opened. Thread: any.
Result<json::WeightMap> readCheckpointIndex(std::string_view text);

} // namespace tf::engine
