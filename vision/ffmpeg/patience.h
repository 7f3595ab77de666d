#pragma once

// How long one call may work without a result, so that no file can keep a reader busy for ever.
//
// Over when both a while has passed and the process has really been computing: neither a busy
// machine nor a stopped process makes a good clip bad, and several threads at once do not count
// as time.

#include <cstdint>
#include <ctime>

namespace tf::vision {

class Patience {
public:
    static constexpr std::int64_t kWallNs = 1'500'000'000;
    static constexpr std::int64_t kCpuNs = 1'000'000'000;

    Patience() { restart(); }

    void restart()
    {
        m_wall = now(CLOCK_MONOTONIC);
        m_cpu = now(CLOCK_PROCESS_CPUTIME_ID);
    }

    [[nodiscard]] bool isOver() const
    {
        // The first clock costs no system call, so the second is only asked in need.
        return now(CLOCK_MONOTONIC) - m_wall > kWallNs
            && now(CLOCK_PROCESS_CPUTIME_ID) - m_cpu > kCpuNs;
    }

private:
    static std::int64_t now(clockid_t clock)
    {
        timespec at = {};
        clock_gettime(clock, &at);
        return at.tv_sec * std::int64_t{1'000'000'000} + at.tv_nsec;
    }

    std::int64_t m_wall = 0;
    std::int64_t m_cpu = 0;
};

} // namespace tf::vision
