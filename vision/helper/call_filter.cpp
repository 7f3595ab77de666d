#include "vision/helper/call_filter.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"
#include "vision/helper/sanitized.h"

#include <algorithm>
#include <cerrno>
#include <memory>

namespace tf::vision {

namespace {

/// With these the sanitizers ask whether an address is of memory; without an answer they take an
/// object for a broken one.
constexpr int kSanitizerCalls[] = {SCMP_SYS(pipe2), SCMP_SYS(write)};

bool isOfSanitizer(int call)
{
    return kIsSanitized
        && std::find(std::begin(kSanitizerCalls), std::end(kSanitizerCalls), call)
        != std::end(kSanitizerCalls);
}

using Filter = std::unique_ptr<void, void (*)(void*)>;

Result<> addRule(const Filter& filter, std::uint32_t action, int call, const scmp_arg_cmp* argument)
{
    const unsigned numArguments = argument != nullptr ? 1 : 0;
    const int why = seccomp_rule_add_array(filter.get(), action, call, numArguments, argument);
    // A call that this processor does not have needs no rule.
    if (why != 0 && why != -EDOM)
        return systemError(-why, words("cannot filter system call ", call));
    return {};
}

} // namespace

scmp_arg_cmp whereMasked(unsigned argument, std::uint64_t mask, std::uint64_t value)
{
    return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

scmp_arg_cmp whereEqual(unsigned argument, std::uint64_t value)
{
    return {argument, SCMP_CMP_EQ, value, 0};
}

Result<> filterCalls(const CallRules& rules)
{
    const Filter filter(seccomp_init(SCMP_ACT_KILL_PROCESS), seccomp_release);
    if (!filter)
        return Error(Code::Unsupported, "this system has no filter of system calls");
    for (const int call : kSanitizerCalls) {
        if (kIsSanitized)
            TRY(addRule(filter, SCMP_ACT_ALLOW, call, nullptr));
    }
    for (const int call : rules.allowed)
        TRY(addRule(filter, SCMP_ACT_ALLOW, call, nullptr));
    for (const RefusedCall& refused : rules.refused) {
        const auto error = static_cast<std::uint32_t>(refused.error);
        if (!isOfSanitizer(refused.call))
            TRY(addRule(filter, SCMP_ACT_ERRNO(error), refused.call, nullptr));
    }
    for (const ConditionalCall& one : rules.conditional)
        TRY(addRule(filter, one.action, one.call, &one.argument).because(one.why));
    if (const int why = seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1); why != 0)
        return systemError(-why, "cannot filter the system calls of all threads");
    if (const int why = seccomp_load(filter.get()); why != 0)
        return Error(Code::Unsupported,
                     words("the kernel refuses the filter of system calls (error ", -why,
                           "), so nothing is ", rules.work, ": a kernel with seccomp is needed"));
    return {};
}

} // namespace tf::vision
