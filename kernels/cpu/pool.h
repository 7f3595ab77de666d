#pragma once

// Fork and join: one rank's threads share the tasks of one operation, then wait for the next.
//
// Tasks are claimed one by one, so a thread that loses its core to a neighbour delays the others by
// one task at most. Waiting spins for some microseconds and then sleeps in the kernel: operations
// follow each other closely, but nobody may burn a core between two answers. The caller works too.
// Thread: one caller at a time.

#include <atomic>
#include <cstdint>
#include <memory>
#include <thread>
#include <type_traits>
#include <vector>

namespace tf::cpu {

class Pool {
public:
    /// `threads` counts the caller; at least 1.
    explicit Pool(int threads);
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    [[nodiscard]] int threads() const { return static_cast<int>(m_workers.size()) + 1; }

    /// task(taskIdx, threadIdx) for every taskIdx in [0, count), in any order, on any thread.
    /// Returns when all are done. A task must not throw and must not call run().
    template <class F>
    void run(std::int64_t count, const F& task)
    {
        runErased(count, &task, [](const void* erased, std::int64_t taskIdx, int threadIdx) {
            (*static_cast<const F*>(erased))(taskIdx, threadIdx);
        });
    }

private:
    using Call = void (*)(const void* task, std::int64_t taskIdx, int threadIdx);

    void runErased(std::int64_t count, const void* task, Call call);
    void work(int threadIdx);
    void claimTasks(int threadIdx);

    std::vector<std::thread> m_workers;
    const void* m_task = nullptr; ///< written before m_round, read after it
    Call m_call = nullptr;
    std::int64_t m_count = 0;
    alignas(64) std::atomic<std::int64_t> m_next = 0;
    alignas(64) std::atomic<std::uint32_t> m_round = 0;
    alignas(64) std::atomic<int> m_busy = 0;
    std::atomic<bool> m_stop = false;
};

/// How many CPUs this process may use.
int usableCpus();

} // namespace tf::cpu
