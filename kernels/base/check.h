#pragma once

// The programmer failed: say where, and stop. On in release builds too.

#include <string_view>

namespace tf::detail {

[[noreturn]] void failCheck(const char* condition, std::string_view words, const char* file,
                            int line);

} // namespace tf::detail

/// CHECK(cond, "words"): aborts with the place unless cond holds.
#define CHECK(condition, explanation)                                                              \
    (static_cast<bool>(condition)                                                                  \
         ? static_cast<void>(0)                                                                    \
         : ::tf::detail::failCheck(#condition, (explanation), __FILE__, __LINE__))

/// A branch that no value can reach.
#define UNREACHABLE() ::tf::detail::failCheck("unreachable", "", __FILE__, __LINE__)
