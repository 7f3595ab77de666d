#pragma once

// m3 bench: how fast a model runs here, prompt and answer, at any depth of context.

#include "app/cli/verb.h"

namespace tf::cli {

Verb benchVerb();

} // namespace tf::cli
