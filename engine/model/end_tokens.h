#pragma once

// The tokens that end an answer, as a model's folder names them.

#include "kernels/base/result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace tf::engine {

/// From generation_config.json where there is one, else from config.json; empty when neither names
/// any. Blocks: on the disk.
Result<std::vector<std::int32_t>> readEndTokens(const std::filesystem::path& folder);

} // namespace tf::engine
