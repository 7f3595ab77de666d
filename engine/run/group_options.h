#pragma once

// How a group of ranks is built: on what, split how, in which types and sizes.

#include "engine/model/weights.h"
#include "engine/run/limits.h"

namespace tf::engine {

enum class DeviceKind : std::uint8_t { Cpu };

struct GroupOptions {
    DeviceKind device = DeviceKind::Cpu;
    int threads = 0; ///< of all ranks together; 0: every CPU this process may use
    Split split;
    Precision precision;
    LoadOptions load;
    Limits limits;
};

} // namespace tf::engine
