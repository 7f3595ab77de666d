#pragma once

// The prompt of m3 ask on this machine: pictures seen, files fitted into what the model has room
// for, the conversation in the model's language.

#include "app/cli/model/local_order.h"
#include "app/endpoint/local/prepared.h"

namespace tf::cli {

/// The draft gets its repository. Blocks: until all is read, seen and counted.
Result<endpoint::Prepared> askedPrompt(LocalOrder& ask, const text::Tokenizer& tokenizer,
                                       const CancelToken& cancel);

} // namespace tf::cli
