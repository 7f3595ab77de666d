#pragma once

// m3 inspect: what a model folder holds and what it takes, without reading its weights; or what a
// picture or a clip is.

#include "app/cli/verb.h"

namespace tf::cli {

[[nodiscard]] Verb inspectVerb();

} // namespace tf::cli
