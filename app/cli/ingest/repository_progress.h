#pragma once

// How far a repository is read, on standard error, once it takes longer than a second.

#include "app/draft/repository_part.h"

namespace tf::cli {

/// The line ends with the last copy of it.
[[nodiscard]] draft::Progress shownProgress();

} // namespace tf::cli
