// The clock of the wall stands still in this program, so that "Today" and "14:30" stay in pictures.
//
// Defined here, these come before the C library's for Qt and the store too. Durations are measured
// by another clock, which runs unless a test holds it.

#include "tests/ui/shots/pinned_clock.h"

#include <atomic>
#include <ctime>

#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

constexpr std::int64_t kNanosPerSecond = 1'000'000'000;
constexpr std::time_t kPinnedSeconds = 1'763'735'400; // Friday, 21 Nov 2025, 14:30 UTC

// Of this program alone; no product code sees them.
std::atomic<std::int64_t> aheadNanos = 0; ///< of the machine's clock
std::atomic<std::int64_t> heldNanos = 0; ///< where it is held; 0: it runs

std::int64_t machineNanos()
{
    timespec time{};
    ::syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &time);
    return time.tv_sec * kNanosPerSecond + time.tv_nsec;
}

std::int64_t shownNanos()
{
    const std::int64_t held = heldNanos;
    return held != 0 ? held : machineNanos() + aheadNanos;
}

} // namespace

namespace tf::test {

HeldClock::HeldClock()
{
    heldNanos = shownNanos();
}

HeldClock::~HeldClock()
{
    aheadNanos = heldNanos - machineNanos(); // it goes on from there, never back
    heldNanos = 0;
}

void letPass(std::chrono::milliseconds time)
{
    const std::int64_t nanos = std::chrono::nanoseconds(time).count();
    (heldNanos != 0 ? heldNanos : aheadNanos) += nanos;
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
    if (clock == CLOCK_MONOTONIC || clock == CLOCK_MONOTONIC_COARSE) {
        const std::int64_t nanos = shownNanos();
        *time = {nanos / kNanosPerSecond, nanos % kNanosPerSecond};
        return 0;
    }
    return static_cast<int>(::syscall(SYS_clock_gettime, clock, time));
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
