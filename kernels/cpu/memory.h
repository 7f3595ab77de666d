#pragma once

// Memory of this machine: how much of it is left, and zeroed pieces of it.
//
// Linux promises more than it has and kills who takes the promise seriously; alloc() looks first
// and refuses in words.

#include "kernels/api/buffer.h"
#include "kernels/api/device.h"
#include "kernels/base/result.h"

#include <cstdint>
#include <string_view>

namespace tf::cpu {

/// As the system says it now. Zeros where it says nothing. Thread: any.
DeviceMemory machineMemory();

/// The same from the text of /proc/meminfo.
DeviceMemory parseMemory(std::string_view meminfo);

/// Zeroed, aligned to a page, in large pages from 2 MB on. OutOfMemory: says how much is wanted and
/// how much there is. Thread: any.
Result<Buffer> allocate(std::uint64_t bytes);

} // namespace tf::cpu
