#pragma once

// What the model on this machine would read of a conversation: its text, and how many tokens it is.
//
// By the same template, tokenizer and rules for media as when it is asked, so that the number is
// the one that it counts then; pictures and clips are measured, not decoded.

#include "app/wire/chat_request.h"
#include "engine/text/prompt/template.h"
#include "engine/text/tokens/tokenizer.h"
#include "vision/client/decoder.h"

namespace tf::endpoint {

struct PromptLook {
    std::string text; ///< "<1,024 tokens of a picture>" stands for a picture
    std::int64_t tokens = 0;
    std::int64_t mediaTokens = 0; ///< of these, that stand for pictures and clips
    std::vector<std::string> notes; ///< what is not read of it
};

/// Without a decoder there must be no media. Thread: any. Blocks: until all is counted.
Result<PromptLook> lookAtPrompt(const wire::ChatRequest& request, const text::Tokenizer& tokenizer,
                                const vision::Decoder* decoder, text::Steering steering,
                                const CancelToken& cancel);

} // namespace tf::endpoint
