#pragma once

// Ends this process when one call of libgit2 computes for longer than any that is honest.
//
// Objects can be made so that unpacking them never ends (deltas of each other), and nothing inside
// the library can be interrupted. While it lives, a second of processor time is allowed. Made for
// a process that others can spare: see trifold-read. Thread: one at a time.

namespace tf::ingest {

/// The exit code that says so.
inline constexpr int kStuckExit = 73;

class StuckLimit {
public:
    StuckLimit();
    StuckLimit(const StuckLimit&) = delete;
    StuckLimit& operator=(const StuckLimit&) = delete;
    ~StuckLimit();

    /// Once, before the first.
    static void prepare();
};

} // namespace tf::ingest
