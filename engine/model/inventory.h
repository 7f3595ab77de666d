#pragma once

// What a checkpoint's weights add up to, by kind: how many, how large, in which formats; and what a
// token costs in the cache.

#include "engine/model/checkpoint.h"
#include "engine/model/files/expected_weights.h"

namespace tf::engine {

struct FormatCount {
    WeightFormat format = WeightFormat::F32;
    std::uint64_t numWeights = 0;
};

struct KindTotal {
    WeightKind kind = WeightKind::Norm;
    std::uint64_t numWeights = 0;
    std::uint64_t numParameters = 0;
    std::uint64_t numBytes = 0; ///< with scales and zero points
    std::vector<FormatCount> formats; ///< those that are there
};

struct Inventory {
    std::vector<KindTotal> kinds; ///< those that are there, in the order of the forward pass
    std::uint64_t numParameters = 0;
    std::uint64_t numActive = 0; ///< that one token meets; of the embedding one row
    std::uint64_t numBytes = 0;
};

[[nodiscard]] std::string_view name(WeightFormat format);

/// Bytes of a weight in its file, scales and zero points included.
[[nodiscard]] std::uint64_t storedBytes(const StoredMatrix& matrix);

Result<Inventory> takeInventory(const Checkpoint& checkpoint);

/// Bytes of keys, values and index keys of one position in all layers, without page rounding.
[[nodiscard]] std::uint64_t cacheBytesPerToken(const ModelConfig& config, DType keysAndValues,
                                               DType indexKeys);

} // namespace tf::engine
