#pragma once

// The system calls that decoding takes; any other ends the process at once.
//
// A few that libraries try in passing (a font that was not loaded, a setting) are refused with an
// error instead. Holds for all threads. Written with libseccomp.

#include "kernels/base/result.h"

namespace tf::vision {

/// Unsupported when the kernel cannot. Requires: no new privileges.
Result<> filterSystemCalls();

} // namespace tf::vision
