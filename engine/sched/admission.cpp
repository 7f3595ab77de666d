#include "engine/sched/admission.h"

#include "kernels/base/checked.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::engine {

namespace {

Result<> checkTokens(const std::vector<std::int32_t>& tokens, std::int64_t vocab)
{
    if (tokens.empty())
        return Error(Code::BadInput, "a prompt without tokens");
    const auto stranger = std::find_if(tokens.begin(), tokens.end(), [vocab](std::int32_t token) {
        return token < 0 || token >= vocab;
    });
    if (stranger != tokens.end())
        return Error(Code::BadInput,
                     words("token ", *stranger, " at position ", stranger - tokens.begin(),
                           " is none of the model's ", vocab));
    return {};
}

Result<> checkMedia(const SequenceText& prompt)
{
    std::int64_t end = 0;
    for (const MediaSpan& span : prompt.media) {
        const bool inside = span.firstPosition >= end && span.numPositions > 0
            && span.firstPosition < prompt.size()
            && span.numPositions <= prompt.size() - span.firstPosition;
        if (!inside)
            return Error(Code::BadInput,
                         words("media at position ", span.firstPosition, " with ",
                               span.numPositions, " positions overlap others or leave the prompt"));
        end = span.firstPosition + span.numPositions;
    }
    return {};
}

} // namespace

Result<> checkRequest(const SequenceRequest& request, const AdmissionLimits& limits)
{
    TRY(checkTokens(request.prompt.tokens, limits.vocab));
    TRY(checkMedia(request.prompt));
    if (request.maxNewTokens < 1)
        return Error(Code::BadInput, words("an answer of ", request.maxNewTokens, " tokens"));
    const auto wanted = words("a prompt of ", request.prompt.size(), " tokens and an answer of ",
                              request.maxNewTokens);
    const auto numPositions = checkedAdd(request.prompt.size(), request.maxNewTokens);
    if (!numPositions || *numPositions > limits.maxPositions)
        return Error(Code::BadInput,
                     words(wanted, ": the model takes ", limits.maxPositions, " positions"));
    const auto numPages = (*numPositions + limits.block - 1) / limits.block;
    if (numPages > limits.numPages)
        return Error(Code::OutOfMemory,
                     words(wanted, " need ", numPages, " pages of ", limits.block,
                           " positions: the cache has ", limits.numPages));
    return {};
}

} // namespace tf::engine
