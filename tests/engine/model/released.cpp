#include "tests/engine/model/released.h"

namespace tf::test {

engine::ModelConfig releasedConfig()
{
    engine::ModelConfig config;
    config.hidden = 6144;
    config.vocab = 200064;
    config.heads = 64;
    config.kvHeads = 4;
    config.headDim = 128;
    config.rotaryDims = 64;
    config.ropeTheta = 5e6;
    config.normEpsilon = 1e-6;
    config.maxPositions = 1048576;
    config.layers.resize(60, {true, true});
    for (std::size_t dense = 0; dense < 3; ++dense)
        config.layers[dense] = {};
    config.sparse = {4, 128, 128, 16, 0, 1};
    config.denseWidth = 12288;
    config.expertWidth = 3072;
    config.sharedWidth = 3072;
    config.experts = 128;
    config.expertsPerToken = 4;
    config.routedScale = 2;
    config.swigluAlpha = 1.702;
    config.swigluLimit = 7;
    return config;
}

} // namespace tf::test
