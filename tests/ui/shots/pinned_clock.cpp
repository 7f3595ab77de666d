// The clock of the wall stands still in this program, so that "Today" and "14:30" stay in pictures.
//
// Defined here, these come before the C library's for Qt and the store too. Durations are measured
// by another clock, which runs; a test lets it jump.

#include "tests/ui/shots/pinned_clock.h"

#include <atomic>
#include <ctime>

#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

constexpr std::time_t kPinnedSeconds = 1'763'735'400; // Friday, 21 Nov 2025, 14:30 UTC

std::atomic<std::int64_t> jumpedSeconds = 0; // of this program alone; no product code sees it

} // namespace

namespace tf::test {

void letPass(std::chrono::seconds time)
{
    jumpedSeconds += time.count();
}

} // namespace tf::test

// Hidden, as everything else in a program of ours, they would not come before the library's.
#pragma GCC visibility push(default)

extern "C" {

int clock_gettime(clockid_t clock, timespec* time) noexcept
{
    if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) {
        *time = {kPinnedSeconds, 0};
        return 0;
    }
    const auto result = static_cast<int>(::syscall(SYS_clock_gettime, clock, time));
    if (clock == CLOCK_MONOTONIC || clock == CLOCK_MONOTONIC_COARSE)
        time->tv_sec += jumpedSeconds;
    return result;
}

int gettimeofday(timeval* __restrict time, void* __restrict) noexcept
{
    *time = {kPinnedSeconds, 0};
    return 0;
}

std::time_t time(std::time_t* place) noexcept
{
    if (place != nullptr)
        *place = kPinnedSeconds;
    return kPinnedSeconds;
}
}

#pragma GCC visibility pop
