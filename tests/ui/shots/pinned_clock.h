#pragma once

// The clocks of this program: the wall's stands still, the other one can be held and moved by hand.

#include <chrono>
#include <cstdint>

namespace tf::test {

/// While it lives, durations are only as long as a test says: a slow machine tells the same.
class HeldClock {
public:
    HeldClock();
    ~HeldClock();
    HeldClock(const HeldClock&) = delete;
    HeldClock& operator=(const HeldClock&) = delete;
};

/// So much time has passed at once.
void letPass(std::chrono::milliseconds time);

} // namespace tf::test
