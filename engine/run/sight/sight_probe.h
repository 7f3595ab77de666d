#pragma once

// A look into the vision pass: what each stage made of its rows, copied out.

#include "kernels/base/result.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace tf::engine {

enum class SightStage : std::uint8_t { Patches, Normed, Layer, Projected, Merged };

struct SightReading {
    SightStage stage = SightStage::Patches;
    int layer = -1; ///< of SightStage::Layer
    std::int64_t rows = 0;
    std::int64_t cols = 0;
    std::vector<float> values;
};

/// Rows of a stage come in order, in as many readings as there are segments and chunks. Empty:
/// nothing is read back. An error stops the pass. Thread: the rank's.
using SightProbe = std::function<Result<>(const SightReading& reading)>;

} // namespace tf::engine
