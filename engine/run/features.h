#pragma once

// Rows that a prompt's placeholders stand for: what a vision tower made of a picture or a clip.

#include <cstdint>
#include <memory>
#include <vector>

namespace tf::engine {

struct FeatureRows {
    std::int64_t rows = 0;
    std::int64_t cols = 0; ///< hidden width of the text model
    std::vector<float> values; ///< [rows][cols]
};

/// Positions of a sequence whose embeddings are feature rows instead.
struct StepFeatures {
    std::int64_t firstPosition = 0;
    std::int64_t numPositions = 0;
    std::int64_t firstRow = 0; ///< of `rows`, for the first position
    std::shared_ptr<const FeatureRows> rows;
};

} // namespace tf::engine
