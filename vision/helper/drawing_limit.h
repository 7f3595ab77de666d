#pragma once

// Bounds what painting one drawing may take: nothing inside the library can be interrupted.
//
// While it lives, the process ends with kDecoderTooSlow once it has computed for longer. Thread:
// one at a time; signals go to whichever thread computes.

namespace tf::vision {

class DrawingLimit {
public:
    DrawingLimit();
    DrawingLimit(const DrawingLimit&) = delete;
    DrawingLimit& operator=(const DrawingLimit&) = delete;
    ~DrawingLimit();
};

} // namespace tf::vision
