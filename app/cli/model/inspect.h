#pragma once

// m3 inspect: what a model folder holds and what it takes, without reading its weights.

#include "app/cli/verb.h"

namespace tf::cli {

[[nodiscard]] Verb inspectVerb();

} // namespace tf::cli
