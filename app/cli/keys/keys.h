#pragma once

// `m3 keys`: lists, keeps and removes keys by their names, and tries the places they are kept in.

#include "app/cli/verb.h"

namespace tf::cli {

[[nodiscard]] Verb keysVerb();

} // namespace tf::cli
