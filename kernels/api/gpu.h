#pragma once

// A GPU of this machine, as its driver describes it.

#include <cstdint>
#include <string>

namespace tf {

struct Gpu {
    int idx = 0; ///< the driver's number
    std::string name;
    std::uint64_t memoryBytes = 0;
    int majorArch = 0; ///< 9.0 is Hopper
    int minorArch = 0;
    int numMultiprocessors = 0;
};

} // namespace tf
