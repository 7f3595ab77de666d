#pragma once

// The CPU as a device: the plain truth of every operation, and vector code beside it where there
// is.

#include "kernels/api/device.h"
#include "kernels/cpu/level.h"

#include <memory>
#include <optional>

namespace tf {

struct CpuOptions {
    int threads = 0; ///< 0: every CPU this process may use
    std::optional<cpu::Level> level; ///< at most this; tests hold the levels against each other
};

std::unique_ptr<Device> makeCpuDevice(const CpuOptions& options);

} // namespace tf
