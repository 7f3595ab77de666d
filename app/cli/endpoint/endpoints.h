#pragma once

// `m3 endpoints`: the servers that the user keeps, where their data goes, and what they can do.

#include "app/cli/verb.h"

namespace tf::cli {

[[nodiscard]] Verb endpointsVerb();

} // namespace tf::cli
