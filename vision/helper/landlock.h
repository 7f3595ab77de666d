#pragma once

// Landlock: every right on files, sockets and signals that the kernel knows is handled, and none
// granted.
//
// Newer kernels know more rights; an older one gets those that it knows. Descriptors that are open
// keep what they have.

#include "kernels/base/result.h"

#include <cstdint>

namespace tf::vision {

/// The kernel's level; 0 when it has no Landlock. Holds for this thread and those it starts.
/// Requires: no new privileges.
Result<std::int32_t> grantNoFiles();

} // namespace tf::vision
