#pragma once

// What a checkpoint's config.json says of the model: every size, every layer's kind, nothing
// assumed.
//
// What the file must say and does not is an error; a sparse layer without sparse settings never
// becomes a dense one.

#include "engine/model/vision_config.h"
#include "kernels/base/result.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tf::engine {

struct LayerKind {
    bool sparseAttention = false; ///< MSA; otherwise dense causal attention
    bool experts = false; ///< routed experts; otherwise a dense feed-forward
};

struct SparseAttention {
    std::int32_t indexHeads = 0;
    std::int32_t indexDim = 0;
    std::int32_t block = 0;
    std::int32_t topK = 0;
    std::int32_t initBlocks = 0;
    std::int32_t localBlocks = 1;
};

struct ModelConfig {
    std::int64_t hidden = 0;
    std::int64_t vocab = 0;
    std::int32_t heads = 0;
    std::int32_t kvHeads = 0;
    std::int32_t headDim = 0;
    std::int32_t rotaryDims = 0;
    double ropeTheta = 0;
    double normEpsilon = 0;
    bool qkNorm = true;
    std::int64_t maxPositions = 0;
    std::vector<LayerKind> layers;
    SparseAttention sparse; ///< all zero when no layer is sparse

    std::int64_t denseWidth = 0;
    std::int64_t expertWidth = 0;
    std::int64_t sharedWidth = 0; ///< 0: no shared expert
    std::int32_t experts = 0;
    std::int32_t expertsPerToken = 0;
    bool routingBias = true;
    double routedScale = 1.0;
    double swigluAlpha = 0;
    double swigluLimit = 0;

    std::optional<VisionConfig> vision; ///< none: the model reads text alone

    [[nodiscard]] std::int32_t numLayers() const
    {
        return static_cast<std::int32_t>(layers.size());
    }
    /// Positions that share a page: the sparse block, or 128 in a model without one.
    [[nodiscard]] std::int32_t block() const { return sparse.block > 0 ? sparse.block : 128; }
};

/// Reads the text of config.json. Errors name the field and what was expected of it.
Result<ModelConfig> readConfig(std::string_view json);

} // namespace tf::engine
