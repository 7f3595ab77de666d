#pragma once

// Which system calls this process may still make; any that no rule names ends it at once.
//
// Every box allows open descriptors, memory that holds no code, time and the end. Written with
// libseccomp, whose numbers (SCMP_SYS) and comparisons the rules are made of.

#include "kernels/base/result.h"

#include <cstdint>
#include <span>
#include <string_view>

#include <seccomp.h>

namespace tf::vision {

/// Fails with that errno.
struct RefusedCall {
    int call;
    int error;
};

/// Allowed or refused where an argument is as said.
struct ConditionalCall {
    int call;
    std::uint32_t action;
    scmp_arg_cmp argument;
    const char* why;
};

[[nodiscard]] scmp_arg_cmp whereMasked(unsigned argument, std::uint64_t mask, std::uint64_t value);
[[nodiscard]] scmp_arg_cmp whereEqual(unsigned argument, std::uint64_t value);

enum class Threads : std::uint8_t { None, Own };

/// Besides what every box allows and refuses; see call_filter.cpp.
struct CallRules {
    std::span<const int> allowed;
    std::span<const RefusedCall> refused;
    std::span<const ConditionalCall> conditional;
    Threads threads;
    std::string_view work; ///< what is not done without a filter: "decoded"
};

/// For all threads, for good. Unsupported when the kernel cannot. Requires: no new privileges.
Result<> filterCalls(const CallRules& rules);

} // namespace tf::vision
