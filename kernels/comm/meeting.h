#pragma once

// Where the threads of a group wait for each other, and how they get away when one fails.
//
// A call of a collective is two meetings: all have published what they bring; all are done with it.
// Between them every rank reads and writes the memory of all, so nobody leaves, not even after an
// abort, while somebody is still at work. Waiting spins for some microseconds, then sleeps.
// Thread: each rank its own; abort() and error() any.

#include "kernels/base/error.h"
#include "kernels/base/mutex.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tf {

/// What a rank came for; all must have come for the same.
struct Call {
    const char* name = "";
    std::int64_t size = 0;
};

class Meeting {
public:
    Meeting(int ranks, std::chrono::milliseconds patience);

    /// Waits for all. False: aborted, and the group has not met. True: at work until finish().
    bool begin(int rank, Call call);

    /// Waits until all are done; after an abort only until nobody is at work.
    void finish();

    void abort(Error reason);
    [[nodiscard]] std::optional<Error> error() const;

private:
    struct Rank {
        Call call;
        std::uint64_t numCalls = 0;
        bool here = false;
    };

    bool matchesOthers(int rank) TF_REQUIRES(m_mutex);
    void fail(Error reason) TF_REQUIRES(m_mutex);
    void release() TF_REQUIRES(m_mutex);
    void spin(std::uint32_t round) const;
    [[nodiscard]] std::string whoIsMissing(int rank) const TF_REQUIRES(m_mutex);

    const std::chrono::milliseconds m_patience;
    mutable Mutex m_mutex;
    std::condition_variable_any m_changed;
    std::vector<Rank> m_ranks TF_GUARDED_BY(m_mutex);
    int m_numHere TF_GUARDED_BY(m_mutex) = 0;
    int m_numAtWork TF_GUARDED_BY(m_mutex) = 0;
    std::optional<Error> m_error TF_GUARDED_BY(m_mutex);
    std::atomic<std::uint32_t> m_round = 0; ///< counts meetings and aborts; changed under m_mutex
};

} // namespace tf
