#pragma once

// A thread that does one job after the other, and something else when a time has come.
//
// Jobs are functions over the one thing that the thread owns; what they find out they send away
// themselves. Thread: any, but for the constructor and destructor, which belong together.

#include "kernels/base/mailbox.h"

#include <atomic>
#include <chrono>
#include <optional>
#include <semaphore>
#include <thread>

namespace tf::session {

/// Owner is made and destroyed by others, while the thread does not run.
template <class Owner>
class StoreWorker {
public:
    using Clock = std::chrono::steady_clock;
    using Job = std::function<void(Owner&)>;
    /// Called when there is no job, or its time has come; says when it wants to be called again.
    using Idle = std::function<std::optional<Clock::time_point>(Owner&)>;

    StoreWorker(Owner& owner, Idle idle)
        : m_jobs([this] { m_wake.release(); })
        , m_idle(std::move(idle))
        , m_thread([this, &owner] { run(owner); })
    {
    }

    /// After the jobs that were posted before.
    ~StoreWorker()
    {
        m_ended = true;
        m_wake.release();
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
                (void)m_wake.try_acquire_until(*when);
            else
                m_wake.acquire();
        }
    }

    std::counting_semaphore<> m_wake{0};
    std::atomic<bool> m_ended = false;
    Mailbox<Job> m_jobs;
    Idle m_idle;
    std::thread m_thread; // the last member: it uses all others
};

} // namespace tf::session
