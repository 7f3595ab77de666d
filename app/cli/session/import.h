#pragma once

// `m3 import`: the sessions of an exported file, all or none of them.

#include "app/cli/verb.h"

namespace tf::cli {

[[nodiscard]] Verb importVerb();

} // namespace tf::cli
