#pragma once

// m3 parse: an answer of the model taken apart into reasoning, text and tool calls.

#include "app/cli/verb.h"

namespace tf::cli {

[[nodiscard]] Verb parseVerb();

} // namespace tf::cli
