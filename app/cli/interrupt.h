#pragma once

// Ctrl-C as a stop request: the first ends a verb in good order, the second ends the program.
//
// A signal reaches the process, not an object, so the handler has to find its source in a static.
// One at a time. Thread: main; the token any.

#include "kernels/base/cancel.h"

namespace tf::cli {

class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] CancelToken token() const { return m_source.token(); }

private:
    CancelSource m_source;
};

} // namespace tf::cli
