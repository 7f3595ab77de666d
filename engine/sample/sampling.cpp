#include "engine/sample/sampling.h"

#include "kernels/base/words.h"

#include <string_view>

namespace tf::engine {

namespace {

struct Range {
    std::string_view name;
    double value;
    double low;
    double high;
};

} // namespace

Result<> checkSampling(const Sampling& sampling, std::int32_t numTokens)
{
    const Range ranges[] = {
        {"temperature", sampling.temperature, 0, 100},
        {"top_k", double(sampling.topK), 0, double(INT32_MAX)},
        {"top_p", sampling.topP, 0, 1},
        {"min_p", sampling.minP, 0, 1},
        {"repetition_penalty", sampling.repetitionPenalty, 0.01, 100},
        {"presence_penalty", sampling.presencePenalty, -100, 100},
        {"frequency_penalty", sampling.frequencyPenalty, -100, 100},
    };
    for (const Range& range : ranges) {
        if (!(range.value >= range.low && range.value <= range.high)) // NaN is in no range
            return Error(Code::BadInput,
                         words(range.name, " ", range.value, " is not between ", range.low, " and ",
                               range.high));
    }
    for (const LogitBias& bias : sampling.bias) {
        if (bias.token < 0 || bias.token >= numTokens)
            return Error(Code::BadInput,
                         words("logit_bias for token ", bias.token, " of ", numTokens));
        if (!(bias.added >= -1000 && bias.added <= 1000))
            return Error(Code::BadInput,
                         words("logit_bias ", bias.added, " is not between -1000 and 1000"));
    }
    return {};
}

} // namespace tf::engine
