#pragma once

// Every weight that a model of some config must have: its released name, what it is, its shape, and
// the tensors of other layouts in which it may be found.

#include "engine/model/config.h"

#include <string>
#include <vector>

namespace tf::engine {

enum class WeightKind : std::uint8_t {
    Embedding,
    Head,
    Norm,
    Attention,
    Index, ///< projections of the index branch
    Dense,
    Router,
    RoutingBias,
    Expert,
    SharedExpert,
    Vision, ///< the tower's
    Connector, ///< between tower and text
};

[[nodiscard]] std::string_view name(WeightKind kind);

/// Weights of these kinds may be quantised; the others are BF16 or F32.
[[nodiscard]] bool isLinear(WeightKind kind);

/// A tensor that holds several weights one below the other: of all experts, or gate above up.
struct FusedPlace {
    std::string tensor; ///< its released name; empty: the weight is never fused
    std::int64_t numEntries = 0; ///< experts; 0: the tensor has two dimensions
    std::int64_t entry = 0;
    std::int64_t entryRows = 0;
    std::int64_t firstRow = 0; ///< within the entry
};

struct ExpectedWeight {
    std::string name;
    WeightKind kind = WeightKind::Norm;
    std::int64_t rows = 0; ///< 0: a vector
    std::int64_t cols = 0;
    FusedPlace fused;
    int layer = -1; ///< -1: outside the layers
    std::vector<std::int64_t> shape =
        {}; ///< of its tensor, where that has more than two dimensions

    [[nodiscard]] std::int64_t numElements() const { return (rows == 0 ? 1 : rows) * cols; }
};

/// In the order of the forward pass.
[[nodiscard]] std::vector<ExpectedWeight> expectedWeights(const ModelConfig& config);

} // namespace tf::engine
