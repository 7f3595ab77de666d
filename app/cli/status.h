#pragma once

// `m3 status`: what this machine and this installation can do, and what is missing.

#include "app/cli/verb.h"

namespace tf::cli {

[[nodiscard]] Verb statusVerb();

} // namespace tf::cli
