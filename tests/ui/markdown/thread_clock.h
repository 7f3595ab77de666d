#pragma once

// Milliseconds of processor time that this thread has spent: what others do meanwhile does not
// count.

#include <ctime>

namespace tf::test {

[[nodiscard]] inline double millisecondsSpent()
{
    timespec now = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

} // namespace tf::test
