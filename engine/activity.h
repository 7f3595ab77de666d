#pragma once

// What the engine does, in numbers: who waits, what its cache holds, how fast tokens go.
//
// Told by its thread while requests run, four times a second at most, and once when the last one
// has ended; then nothing until there is one again. Plain values. Thread: any.

#include "kernels/base/mailbox.h"

#include <cstdint>

namespace tf::engine {

struct Activity {
    std::int64_t numRunning = 0; ///< requests that steps compute
    std::int64_t numWaiting = 0; ///< that have no room yet
    std::int64_t block = 0; ///< positions of a page
    std::int64_t numPages = 0;
    std::int64_t numUsed = 0; ///< pages of those that run
    std::int64_t numKept = 0; ///< pages of earlier texts, there for whoever begins alike
    // Since it was loaded:
    std::int64_t promptTokens = 0;
    std::int64_t cachedTokens = 0; ///< of those, what the cache knew
    std::int64_t answerTokens = 0;
    // Of the time since the last word; 0: none came.
    double promptTokensPerSecond = 0;
    double answerTokensPerSecond = 0;

    bool operator==(const Activity&) const = default;
};

using ActivityBox = Mailbox<Activity>;

} // namespace tf::engine
