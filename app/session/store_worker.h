#pragma once

// A thread that does one job after the other, and something else when a time has come.
//
// Jobs are functions over the one thing that the thread owns; what they find out they send away
// themselves. Thread: any, but for the constructor and destructor, which belong together.

#include "kernels/base/mailbox.h"

#include <atomic>
#include <cerrno>
#include <chrono>
#include <optional>
#include <thread>

#include <semaphore.h>

namespace tf::session {

/// Wakes a thread that sleeps. Of the standard's semaphore, waiting until a time is looking every
/// few microseconds at first: a thread that is woken often would never sleep.
class StoreBell {
public:
    StoreBell() { sem_init(&m_rings, 0, 0); }
    ~StoreBell() { sem_destroy(&m_rings); }
    StoreBell(const StoreBell&) = delete;
    StoreBell& operator=(const StoreBell&) = delete;

    void ring() { sem_post(&m_rings); }
    void wait()
    {
        while (sem_wait(&m_rings) != 0 && errno == EINTR) { }
    }
    void waitUntil(std::chrono::steady_clock::time_point when)
    {
        const auto since = when.time_since_epoch();
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(since);
        const std::chrono::nanoseconds rest = since - seconds;
        const timespec until{static_cast<time_t>(seconds.count()), static_cast<long>(rest.count())};
        while (sem_clockwait(&m_rings, CLOCK_MONOTONIC, &until) != 0 && errno == EINTR) { }
    }

private:
    sem_t m_rings{};
};

/// Owner is made and destroyed by others, while the thread does not run.
template <class Owner>
class StoreWorker {
public:
    using Clock = std::chrono::steady_clock;
    using Job = std::function<void(Owner&)>;
    /// Called when there is no job, or its time has come; says when it wants to be called again.
    using Idle = std::function<std::optional<Clock::time_point>(Owner&)>;

    StoreWorker(Owner& owner, Idle idle)
        : m_jobs([this] { m_bell.ring(); })
        , m_idle(std::move(idle))
        , m_thread([this, &owner] { run(owner); })
    {
    }

    /// After the jobs that were posted before.
    ~StoreWorker()
    {
        m_ended = true;
        m_bell.ring();
        m_thread.join();
    }
    StoreWorker(const StoreWorker&) = delete;
    StoreWorker& operator=(const StoreWorker&) = delete;

    /// Thread: any. Blocks: never.
    void post(Job job) { m_jobs.post(std::move(job)); }

private:
    void run(Owner& owner)
    {
        std::optional<Clock::time_point> when;
        while (true) {
            const bool isLast = m_ended;
            for (const Job& job : m_jobs.drain())
                job(owner);
            when = m_idle(owner);
            if (isLast)
                return;
            if (when)
                m_bell.waitUntil(*when);
            else
                m_bell.wait();
        }
    }

    StoreBell m_bell;
    std::atomic<bool> m_ended = false;
    Mailbox<Job> m_jobs;
    Idle m_idle;
    std::thread m_thread; // the last member: it uses all others
};

} // namespace tf::session
