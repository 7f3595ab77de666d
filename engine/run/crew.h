#pragma once

// The threads of a group's ranks: each does its part of a job, the caller waits for all of them.
//
// A job that throws is an error of its rank like any other. Threads sleep between jobs.
// Thread: one caller at a time.

#include "kernels/base/result.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

namespace tf::engine {

class Crew {
public:
    using Job = std::function<Result<>(int rank)>;
    /// Runs at once on the rank's thread when its part of the job failed; what it returns is the
    /// rank's outcome.
    using OnFailure = std::function<Error(int rank, Error error)>;

    /// Requires: size >= 1.
    explicit Crew(int size);
    ~Crew();
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    /// The first failed rank's outcome, once every rank is through.
    Result<> run(const Job& job, const OnFailure& onFailure);

private:
    void work(int rank);

    const Job* m_job = nullptr; ///< written before m_round, read after it; so the next
    const OnFailure* m_onFailure = nullptr;
    std::vector<Result<>> m_outcomes; ///< each rank's own until m_busy says so
    std::atomic<std::uint32_t> m_round = 0;
    std::atomic<int> m_busy = 0;
    std::atomic<bool> m_stop = false;
    std::vector<std::thread> m_threads;
};

} // namespace tf::engine
