#pragma once

// m3 render: a chat request becomes the prompt that the model reads.

#include "app/cli/verb.h"

namespace tf::cli {

[[nodiscard]] Verb renderVerb();

} // namespace tf::cli
