#pragma once

// How likely the model found the chosen token and its strongest rivals.
//
// From the raw logits: before penalties, temperature and cuts, over every row of the head.

#include <cstdint>
#include <span>
#include <vector>

namespace tf::engine {

struct TokenLogprob {
    std::int32_t token = 0;
    double logprob = 0;
};

struct Logprobs {
    TokenLogprob chosen;
    std::vector<TokenLogprob> top; ///< largest first, among equals the lowest id
};

/// Requires: finite logits, `chosen` among them.
[[nodiscard]] Logprobs logprobsOf(std::span<const float> logits, std::int32_t chosen,
                                  std::int32_t numTop);

} // namespace tf::engine
