#pragma once

// A look into a pass: what a layer produced, copied out while the pass stands still.
//
// For dumps and tests; a run without a probe reads nothing back. Hidden states are those after the
// layer; layer -1 is the embedding. A probe may also put hidden states in their place, so that one
// layer can be held against another engine's without the errors of the layers before.

#include "kernels/base/result.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace tf::engine {

enum class Probed : std::uint8_t { Hidden, Blocks, Experts, ExpertWeights };

struct ProbeReading {
    int rank = 0;
    int layer = 0;
    Probed what = Probed::Hidden;
    std::int64_t rows = 0;
    std::int64_t cols = 0; ///< numbers of a row; blocks: [index head][topK]
    std::vector<float> floats; ///< Hidden and ExpertWeights (which sum to routedScale)
    std::vector<std::int32_t> integers; ///< Blocks and Experts
};

/// Thread: any rank's, several at once. An error stops the step. Any of them may be empty.
struct Probe {
    std::function<bool(int rank, int layer, Probed what)> wants;
    std::function<Result<>(const ProbeReading& reading)> take; ///< of what is wanted
    /// Hidden states [rows][hidden] to go on with instead; none: the layer's own.
    std::function<std::vector<float>(int rank, int layer)> instead;

    [[nodiscard]] bool empty() const { return !wants && !instead; }
};

} // namespace tf::engine
