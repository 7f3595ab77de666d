#pragma once

// A step as the rows that ranks compute: checked against the limits, flattened, read-only after.
//
// Rows lie sequence by sequence. A step that names a page, a token or a position that there is not
// is refused here, before any rank sees it.

#include "engine/model/config.h"
#include "engine/run/limits.h"
#include "engine/run/step.h"

#include <string>

namespace tf::engine {

struct RowSequence {
    std::int32_t firstRow = 0;
    std::int32_t numRows = 0;
    std::int64_t firstPosition = 0;
    std::int32_t firstPage = 0; ///< in StepRows::pages
    std::int32_t numPages = 0;
};

/// Rows that begin with numbers of their own instead of an embedding.
struct RowFeatures {
    std::int32_t firstRow = 0;
    std::int32_t numRows = 0;
    const float* values = nullptr; ///< [numRows][hidden], of the step
};

struct StepRows {
    std::vector<PageCopy> copies;
    std::vector<std::int32_t> tokens; ///< of every row
    std::vector<RowSequence> sequences;
    std::vector<std::int32_t> pages; ///< every sequence's page table, one after another
    std::vector<RowFeatures> features;
    std::vector<std::int32_t> wanted; ///< rows whose logits are wanted, ascending

    /// "position 17 of sequence 3": a row in words, for errors.
    [[nodiscard]] std::string nameOf(std::int32_t row, const Step& step) const;
};

/// BadInput, with the limit, where the step asks for what there is not. The step must outlive it.
Result<StepRows> rowsOf(const Step& step, const ModelConfig& config, const Limits& limits);

} // namespace tf::engine
