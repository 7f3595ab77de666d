#pragma once

// The weights of the vision tower and its connector, as handles of the device that computes them.

#include "kernels/api/device.h"

#include <functional>
#include <string>
#include <vector>

namespace tf::engine {

struct ModelConfig;
class WeightTarget;

struct NormWeights {
    const float* weight = nullptr;
    const float* bias = nullptr;
};

struct LinearWeights {
    Weight weight;
    const float* bias = nullptr;
};

struct VisionLayerWeights {
    NormWeights attentionNorm;
    LinearWeights query;
    LinearWeights key;
    LinearWeights value;
    LinearWeights out;
    NormWeights feedForwardNorm;
    LinearWeights up;
    LinearWeights down;
};

/// Two products with a GELU between them.
struct ConnectorWeights {
    LinearWeights first;
    LinearWeights second;
};

struct VisionWeights {
    Weight patches; ///< [hidden][a patch's numbers], in floats
    NormWeights norm; ///< before the first layer
    std::vector<VisionLayerWeights> layers;
    ConnectorWeights project; ///< of each patch
    ConnectorWeights merge; ///< of the patches that become one token
};

/// What is read; the references must outlive the call.
struct VisionOrder {
    const ModelConfig& config;
    const std::function<Result<StoredMatrix>(const std::string& name)>& source;
};

/// All of it, in the form in which it is stored: a tower is never quantised. Requires: the config
/// has a vision part.
Result<VisionWeights> readVisionWeights(const VisionOrder& order, WeightTarget& target);

} // namespace tf::engine
