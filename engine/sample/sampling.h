#pragma once

// How the next token is chosen, as a request says it.
//
// The defaults are those that the model was published with.

#include "kernels/base/result.h"

#include <cstdint>
#include <vector>

namespace tf::engine {

struct LogitBias {
    std::int32_t token = 0;
    double added = 0;
};

struct Sampling {
    double temperature = 1.0; ///< 0: the largest logit, whatever the rest says
    std::int32_t topK = 40; ///< 0: all
    double topP = 0.95; ///< 1: all
    double minP = 0; ///< of the largest probability; 0: all
    double repetitionPenalty =
        1.0; ///< for tokens of prompt and answer: divides, below 0 multiplies
    double presencePenalty = 0; ///< taken once from each token of the answer
    double frequencyPenalty = 0; ///< taken for each time that a token is in the answer
    std::vector<LogitBias> bias;
    std::uint64_t seed = 0;
};

/// BadInput with the name of what is out of its range. `numTokens`: ids that may be sampled.
Result<> checkSampling(const Sampling& sampling, std::int32_t numTokens);

} // namespace tf::engine
