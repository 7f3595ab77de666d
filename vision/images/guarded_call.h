#pragma once

// A call into a C library that reports its errors by a long jump: the only setjmp there is.
//
// The step and all that it calls hold nothing with a destructor; what they make lives in the
// context. Whoever owns the context frees it afterwards, however the step ended.

#include <csetjmp>

namespace tf::vision {

/// True when the step came to its end, false when it jumped to `place`.
template <class Context>
[[nodiscard, gnu::noinline]] bool runGuarded(std::jmp_buf& place, void (*step)(Context&),
                                             Context& context)
{
    if (setjmp(place) != 0) // NOLINT(cert-err52-cpp): libpng and libjpeg know no other way
        return false;
    step(context);
    return true;
}

} // namespace tf::vision
