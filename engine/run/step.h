#pragma once

// One turn of the engine: which tokens of which sequences go through the model together.
//
// A value, made by the scheduler and shared read-only by all ranks. The same sequence appears once.

#include "engine/run/features.h"

#include <cstdint>
#include <vector>

namespace tf::engine {

enum class LogitsWanted : std::uint8_t { None, Last, All };

struct StepSequence {
    std::uint64_t id = 0;
    std::vector<std::int32_t> tokens; ///< at least one
    std::int64_t firstPosition = 0; ///< of tokens[0]; everything before is in the cache
    std::vector<std::int32_t> pages; ///< the pages of positions 0 … last, in order
    LogitsWanted logits = LogitsWanted::Last;
    /// Of the placeholders among these tokens; what reaches beyond them is left out.
    std::vector<StepFeatures> features;
};

/// A page whose beginning another sequence keeps. Both lie on the same rank, whatever the split.
struct PageCopy {
    std::int32_t fromPage = 0;
    std::int32_t toPage = 0;

    bool operator==(const PageCopy&) const = default;
};

struct Step {
    std::vector<PageCopy> copies; ///< whole pages, in this order, before anything else is done
    std::vector<StepSequence> sequences;
};

/// Logits of the rows that were wanted, sequence by sequence, F32 [numRows][vocab].
struct StepLogits {
    std::int64_t vocab = 0;
    std::int64_t numRows = 0;
    std::vector<float> values;
};

} // namespace tf::engine
