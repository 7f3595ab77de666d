#pragma once

// How far a long piece of work has come, told to whoever asked, and whether it shall go on.

#include "kernels/base/cancel.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace tf::engine {

/// How far a long piece of work has come; bytes where it moves bytes.
struct Progress {
    std::string_view doing;
    std::uint64_t done = 0;
    std::uint64_t total = 0;
};
using ProgressSink = std::function<void(const Progress&)>;

/// Both sides of a job's talk with its owner. Requires: both outlive it.
struct Watch {
    const ProgressSink& sink;
    const CancelToken& cancel;

    /// Tells how far it is; Cancelled when it shall not go on.
    Result<> at(const Progress& progress) const
    {
        if (sink)
            sink(progress);
        return cancel.check();
    }
};

} // namespace tf::engine
