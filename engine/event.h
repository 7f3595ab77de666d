#pragma once

// What the engine says about a request: how far it is, what the model writes, how it ended.
//
// Values, in order, through the mailbox that came with the request. Exactly one Done or Failed ends
// each request; nothing follows it.

#include "engine/text/answer/answer_parser.h"
#include "kernels/base/error.h"

#include <cstdint>
#include <variant>
#include <vector>

namespace tf::engine {

using RequestId = std::uint64_t;

/// The prompt is being read.
struct PromptProgress {
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::int64_t cached = 0; ///< of done: taken from the prefix cache
};

/// A picture or clip of the prompt is being looked at.
struct MediaProgress {
    std::size_t medium = 0; ///< of the request's, from 0 on
    std::size_t media = 0; ///< how many there are
    double share = 0; ///< of this one, that is done
};

struct TokenChance {
    std::int32_t token = 0;
    float logProbability = 0;
};

/// A token that was chosen; sent only when the request asks for log probabilities.
struct TokenChosen {
    TokenChance chosen;
    std::vector<TokenChance> best; ///< most likely first
};

struct Usage {
    std::int64_t promptTokens = 0;
    std::int64_t mediaTokens = 0; ///< of the prompt, that stand for pictures and clips
    std::int64_t cachedTokens = 0; ///< of the prompt, not computed again
    std::int64_t answerTokens = 0;
    std::int64_t draftedTokens = 0; ///< guessed beforehand
    std::int64_t acceptedTokens = 0; ///< of those, right
};

enum class FinishReason : std::uint8_t { EndOfTurn, StopString, Length, Cancelled };

struct Done {
    FinishReason reason = FinishReason::EndOfTurn;
    Usage usage;
};

struct Failed {
    Error error;
};

struct Event {
    RequestId request = 0;
    std::variant<PromptProgress, MediaProgress, text::AnswerEvent, TokenChosen, Done, Failed> what;
};

} // namespace tf::engine
