#pragma once

// An Error from errno: the system's words, and the code that tells the user what to do.

#include "kernels/base/error.h"

namespace tf {

/// "cannot open /x: Permission denied". Requires: errorNumber is what errno held.
[[nodiscard]] Error systemError(int errorNumber, std::string_view tried,
                                const char* file = __builtin_FILE(), int line = __builtin_LINE());

} // namespace tf
