#pragma once

// The box that this process shuts itself in before it reads a byte that it does not trust.
//
// Once closed: no file is opened, no socket made, no program started, no memory made executable,
// no process but this one touched; memory is bounded. What is open stays open. It cannot be
// opened again. Thread: main, while it is the only one.

#include "kernels/base/result.h"
#include "vision/helper/walls.h"
#include "vision/media/messages.h"

namespace tf::vision {

/// Unsupported when the kernel does not filter system calls: then nothing may be decoded here.
Result<Hello> closeBox(BoxWalls walls);

/// How much memory may be taken in the box.
inline constexpr std::int64_t kBoxBytes = std::int64_t{1} << 30;

} // namespace tf::vision
