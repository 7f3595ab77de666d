#pragma once

// m3 patches: a picture as the rows that the model's tower takes, in a .npy file.

#include "app/cli/verb.h"

namespace tf::cli {

[[nodiscard]] Verb patchesVerb();

} // namespace tf::cli
