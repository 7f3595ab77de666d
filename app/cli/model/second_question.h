#pragma once

// How much sooner a second question over a long text is answered than the first one.

#include "engine/engine.h"

namespace tf::cli {

struct FirstTokens {
    double firstSeconds = 0; ///< from asking to the first token
    double secondSeconds = 0; ///< the same text again, with another end
    std::int64_t cachedTokens = 0; ///< of the second prompt
};

/// Two prompts of `textTokens` random tokens that differ in their last few. Blocks: until both are
/// answered by a token.
Result<FirstTokens> askTwice(const engine::EngineOptions& options, std::int64_t textTokens);

} // namespace tf::cli
