#pragma once

// Landlock: every right on files, sockets and signals that the kernel knows is handled, and none
// granted but reading, or making files, beneath one folder, where that is wished.
//
// Newer kernels know more rights; an older one gets those that it knows. Descriptors that are open
// keep what they have.

#include "kernels/base/result.h"

#include <cstdint>

namespace tf::vision {

/// The kernel's level; 0 when it has no Landlock. Holds for this thread and those it starts.
/// Requires: no new privileges.
Result<std::int32_t> grantNoFiles();
/// The same, but files and folders beneath that open folder may be read.
Result<std::int32_t> grantReadingBeneath(int folder);
/// The same, but files may be made, written and replaced beneath that open folder, and none read.
Result<std::int32_t> grantWritingBeneath(int folder);

} // namespace tf::vision
