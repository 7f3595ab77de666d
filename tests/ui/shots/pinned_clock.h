#pragma once

// The clocks of this program: the wall's stands still, the other one jumps when it is told to.

#include <chrono>
#include <cstdint>

namespace tf::test {

/// For whatever measures durations, so much time has passed at once.
void letPass(std::chrono::seconds time);

} // namespace tf::test
