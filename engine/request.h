#pragma once

// What the engine is asked: a prompt in tokens, how to choose the answer's, where events go.

#include "engine/event.h"
#include "engine/media.h"
#include "engine/sample/logit_mask.h"
#include "engine/sample/sampling.h"
#include "engine/sched/block.h"
#include "engine/text/reply_start.h"
#include "kernels/base/mailbox.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tf::engine {

enum class Drafting : std::uint8_t { WhenItPays, Never };

using EventBox = Mailbox<Event>;

struct Request {
    /// Tokens alone: which media stand behind placeholders is said by `media`.
    SequenceText prompt;
    /// In order of appearance; their placeholders must be in the prompt, no more and no fewer.
    std::vector<std::shared_ptr<const Media>> media;
    Sampling sampling;
    std::unique_ptr<LogitMask> mask; ///< null: any token may come
    std::int64_t maxTokens = 0; ///< of the answer; 0: as many as the model has positions for
    std::vector<std::string> stops;
    /// Tokens that end the answer; empty: those that the checkpoint names.
    std::vector<std::int32_t> endTokens;
    text::ReplyStart replyStart = text::ReplyStart::Undecided;
    std::shared_ptr<const text::Tools> tools; ///< null: none
    Drafting drafting = Drafting::WhenItPays;
    bool wantsTokens = false; ///< a TokenChosen for each token
    std::int32_t topChances = 0; ///< rivals in TokenChosen
    std::shared_ptr<EventBox> events;
};

} // namespace tf::engine
