#pragma once

// The system calls that unpacking takes; any other ends the process at once.
//
// What libraries try in passing is refused with an error instead. Written with libseccomp.

#include "kernels/base/result.h"

namespace tf::ingest {

/// Unsupported when the kernel cannot. Requires: no new privileges.
Result<> filterUnpackCalls();

} // namespace tf::ingest
