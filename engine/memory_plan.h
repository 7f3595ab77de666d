#pragma once

// What a model takes on each device, by what it is for, and whether there is room.
//
// Counted by the code that takes it, so that a plan and what follows cannot drift apart; asked
// before a model is loaded and kept with it afterwards. Plain values. Thread: any.

#include <cstdint>
#include <string>
#include <vector>

namespace tf::engine {

struct MemoryUse {
    std::uint64_t weights = 0; ///< that every token meets
    std::uint64_t experts = 0; ///< that routers choose from
    std::uint64_t vision = 0; ///< the tower that looks at pictures
    std::uint64_t cache = 0; ///< keys and values of the context
    std::uint64_t workspace = 0; ///< what a step passes through

    [[nodiscard]] std::uint64_t total() const
    {
        return weights + experts + vision + cache + workspace;
    }
    bool operator==(const MemoryUse&) const = default;
};

/// One memory: of a GPU, or of the machine with all ranks that share it.
struct DevicePlan {
    std::string name;
    MemoryUse use;
    std::uint64_t freeBytes = 0; ///< before anything is taken
    std::uint64_t totalBytes = 0;

    /// 0: it fits.
    [[nodiscard]] std::uint64_t missingBytes() const
    {
        return use.total() > freeBytes ? use.total() - freeBytes : 0;
    }
    bool operator==(const DevicePlan&) const = default;
};

struct MemoryPlan {
    std::vector<DevicePlan> devices;
    std::int64_t positions = 0; ///< of context, question and answer, all requests together
    std::int64_t maxPositions = 0; ///< that the model takes
    /// The same where it fits, else the half, the quarter … that would; 0: none does.
    std::int64_t positionsThatFit = 0;
    int threads = 0; ///< of the CPU

    /// Of the device that misses most; 0: it fits.
    [[nodiscard]] std::uint64_t missingBytes() const
    {
        std::uint64_t most = 0;
        for (const DevicePlan& device : devices)
            most = most > device.missingBytes() ? most : device.missingBytes();
        return most;
    }
    bool operator==(const MemoryPlan&) const = default;
};

} // namespace tf::engine
