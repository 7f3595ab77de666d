#include "kernels/cpu/pool.h"

#include "kernels/base/check.h"

#include <algorithm>

#include <sched.h>

namespace tf::cpu {

namespace {

/// About ten microseconds: longer than the gap between two operations of a layer.
constexpr int kSpins = 4000;

void pause()
{
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

/// Returns once `value` is no longer `old`.
template <class T>
void awaitChange(const std::atomic<T>& value, T old)
{
    for (int spin = 0; spin < kSpins; ++spin) {
        if (value.load(std::memory_order_acquire) != old)
            return;
        pause();
    }
    value.wait(old, std::memory_order_acquire);
}

} // namespace

Pool::Pool(int threads)
{
    CHECK(threads >= 1, "a pool has at least the caller's thread");
    m_workers.reserve(static_cast<std::size_t>(threads) - 1);
    for (int threadIdx = 1; threadIdx < threads; ++threadIdx)
        m_workers.emplace_back([this, threadIdx] { work(threadIdx); });
}

Pool::~Pool()
{
    m_stop.store(true, std::memory_order_relaxed);
    m_round.fetch_add(1, std::memory_order_release);
    m_round.notify_all();
    for (auto& worker : m_workers)
        worker.join();
}

void Pool::runErased(std::int64_t count, const void* task, Call call)
{
    if (count <= 1 || m_workers.empty()) {
        for (std::int64_t taskIdx = 0; taskIdx < count; ++taskIdx)
            call(task, taskIdx, 0);
        return;
    }
    m_task = task;
    m_call = call;
    m_count = count;
    m_next.store(0, std::memory_order_relaxed);
    m_busy.store(static_cast<int>(m_workers.size()), std::memory_order_relaxed);
    m_round.fetch_add(1, std::memory_order_release);
    m_round.notify_all();
    claimTasks(0);
    for (int busy = m_busy.load(std::memory_order_acquire); busy != 0;
         busy = m_busy.load(std::memory_order_acquire))
        awaitChange(m_busy, busy);
}

void Pool::work(int threadIdx)
{
    std::uint32_t round = 0;
    while (true) {
        awaitChange(m_round, round);
        ++round;
        if (m_stop.load(std::memory_order_relaxed))
            return;
        claimTasks(threadIdx);
        if (m_busy.fetch_sub(1, std::memory_order_acq_rel) == 1)
            m_busy.notify_one();
    }
}

void Pool::claimTasks(int threadIdx)
{
    for (std::int64_t taskIdx = m_next.fetch_add(1, std::memory_order_relaxed); taskIdx < m_count;
         taskIdx = m_next.fetch_add(1, std::memory_order_relaxed))
        m_call(m_task, taskIdx, threadIdx);
}

int usableCpus()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof(set), &set) != 0)
        return std::max(1U, std::thread::hardware_concurrency());
    return std::max(1, CPU_COUNT(&set));
}

} // namespace tf::cpu
