#pragma once

// How many tokens the time stamps of a clip take: counted by a model's tokenizer, or estimated.

#include "vision/clip/clip_plan.h"

#include <optional>
#include <string>

namespace tf::cli {

struct StampTokens {
    vision::TokenCounter count;
    std::string how; ///< for people: by what they were counted
};

/// With the tokenizer.json of a model folder; without one an estimate that holds for the released
/// model's kind of tokenizer. Blocks: on the disk.
Result<StampTokens> stampTokens(const std::optional<std::string>& modelFolder);

} // namespace tf::cli
