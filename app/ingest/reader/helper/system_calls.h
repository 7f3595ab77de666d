#pragma once

// The system calls that reading a folder takes; any other ends the process at once.
//
// Files are opened by openat2 alone, which is told beneath which folder; the older calls, which
// libraries try, are refused with an error. Holds for all threads. Written with libseccomp.

#include "kernels/base/result.h"

namespace tf::ingest {

/// Unsupported when the kernel cannot. Requires: no new privileges.
Result<> filterReaderCalls();

} // namespace tf::ingest
