#pragma once

// m3 ask: one question to a model on this machine, its answer as it is written.

#include "app/cli/verb.h"

namespace tf::cli {

Verb askVerb();

} // namespace tf::cli
