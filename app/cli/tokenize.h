#pragma once

// m3 tokenize: text to token ids and back, with any byte-level tokenizer.json.

#include "app/cli/verb.h"

namespace tf::cli {

[[nodiscard]] Verb tokenizeVerb();

} // namespace tf::cli
