#pragma once

// `m3 export`: sessions as one JSON file that comes back whole, or as Markdown.

#include "app/cli/verb.h"

namespace tf::cli {

[[nodiscard]] Verb exportVerb();

} // namespace tf::cli
