#pragma once

// Landlock for a process that makes files beneath one folder: every right is handled, and only
// making, writing and replacing files granted, only there.

#include "kernels/base/result.h"

#include <cstdint>

namespace tf::ingest {

/// The kernel's level; 0 when it has no Landlock. Requires: no new privileges.
Result<std::int32_t> grantWritingBeneath(int folder);

} // namespace tf::ingest
