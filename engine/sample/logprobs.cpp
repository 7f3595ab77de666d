#include "engine/sample/logprobs.h"

#include <algorithm>
#include <cmath>

namespace tf::engine {

namespace {

double logOfSum(std::span<const float> logits)
{
    const double largest = *std::max_element(logits.begin(), logits.end());
    double sum = 0;
    for (const float logit : logits)
        sum += std::exp(double(logit) - largest);
    return largest + std::log(sum);
}

} // namespace

Logprobs logprobsOf(std::span<const float> logits, std::int32_t chosen, std::int32_t numTop)
{
    const double shift = logOfSum(logits);
    Logprobs out;
    out.chosen = {chosen, double(logits[static_cast<std::size_t>(chosen)]) - shift};
    out.top.reserve(static_cast<std::size_t>(std::max(numTop, 0)) + 1);
    for (std::size_t idx = 0; idx < logits.size(); ++idx) {
        const double logprob = double(logits[idx]) - shift;
        if (std::ssize(out.top) >= numTop && (numTop <= 0 || logprob <= out.top.back().logprob))
            continue;
        const auto place = std::find_if(out.top.begin(), out.top.end(), [logprob](const auto& top) {
            return top.logprob < logprob;
        });
        out.top.insert(place, {static_cast<std::int32_t>(idx), logprob});
        if (std::ssize(out.top) > numTop)
            out.top.pop_back();
    }
    return out;
}

} // namespace tf::engine
