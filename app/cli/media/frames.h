#pragma once

// m3 frames: the frames of a clip that the model would see, as PNG files with their times and
// costs.

#include "app/cli/verb.h"

namespace tf::cli {

[[nodiscard]] Verb framesVerb();

} // namespace tf::cli
