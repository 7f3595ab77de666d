#pragma once

// What a process that shuts itself in gives up besides files: rights, network, memory, processor.
//
// None of it can be taken back. Thread: main, while it is the only one.

#include "kernels/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tf::vision {

/// What can be done while files may still be read: nothing can be gained by starting programs, and
/// the network is out of reach where the kernel lets anybody have namespaces.
struct BoxWalls {
    bool hasOwnNetwork = false;
    std::vector<std::string> gaps; ///< what this kernel could not do
};

Result<BoxWalls> raiseWalls();

/// What a process may use up besides memory.
struct ResourceBounds {
    std::int64_t fileBytes = 0; ///< each file may grow to
    std::optional<std::int64_t> cpuSeconds = {}; ///< nothing: 20, and whoever asks allows more
    std::optional<std::int64_t> openFiles = {}; ///< nothing: as many as before
};

/// No core is dumped, no memory locked; the rest ends where it is said. Too long a write is an
/// error, no signal.
Result<> boundResources(std::int64_t mostMemoryBytes, const ResourceBounds& bounds = {});

/// A process that root starts is as weak as any other, and so is one in its own user namespace.
Result<> dropCapabilities();

} // namespace tf::vision
