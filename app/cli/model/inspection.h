#pragma once

// What m3 inspect found out about a model folder, and its two faces: a table and JSON.

#include "engine/json/value.h"
#include "engine/model/inventory.h"

namespace tf::cli {

/// What a position costs in the cache, in one choice of number formats.
struct CacheChoice {
    std::string_view name;
    std::uint64_t bytesPerToken = 0;
};

struct Inspection {
    std::string folder;
    engine::ModelConfig config;
    engine::Inventory inventory;
    std::uint64_t numTensors = 0;
    std::string fingerprint;
    std::vector<CacheChoice> caches;
    std::vector<std::int64_t> contexts; ///< that memory is estimated for
};

Result<Inspection> inspectModel(const std::string& folder);

/// A short table for people, ending in a newline.
[[nodiscard]] std::string asTable(const Inspection& inspection);

[[nodiscard]] json::Value asJson(const Inspection& inspection);

} // namespace tf::cli
