#pragma once

// m3 logits: the numbers that a model gives for a list of tokens, and what its layers made of them.

#include "app/cli/verb.h"

namespace tf::cli {

[[nodiscard]] Verb logitsVerb();

} // namespace tf::cli
