#pragma once

// A tiny model of tests/golden/model with the outputs that the float64 definition gives for it.

#include "engine/model/checkpoint.h"

#include <memory>
#include <vector>

namespace tf::test {

struct GoldenModel {
    std::shared_ptr<const engine::Checkpoint> checkpoint;
    std::vector<std::int32_t> tokens;
    std::vector<float> logits; ///< [tokens][vocab]
    std::vector<float> hidden; ///< [layers + 1][tokens][hidden]; may be empty
    std::vector<std::int32_t> blocks; ///< [sparse layers][tokens][groups][topK]
    std::vector<std::int32_t> experts; ///< [expert layers][tokens][topK]
    std::vector<float> expertWeights; ///< before routedScale

    [[nodiscard]] const engine::ModelConfig& config() const { return checkpoint->config(); }
};

/// Aborts with words when the files are not there.
GoldenModel goldenModel(const std::string& shape);

} // namespace tf::test
