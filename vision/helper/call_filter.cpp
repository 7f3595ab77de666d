#include "vision/helper/call_filter.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"
#include "vision/helper/sanitized.h"

#include <algorithm>
#include <cerrno>
#include <memory>

#include <linux/prctl.h>
#include <sched.h>
#include <sys/mman.h>
#include <unistd.h>

namespace tf::vision {

namespace {

/// Open descriptors, memory, time, the end.
constexpr int kEveryBoxAllows[] = {
    SCMP_SYS(read),
    SCMP_SYS(pread64),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(recvmsg),
    SCMP_SYS(sendmsg),
    SCMP_SYS(poll),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity), // libraries count processors
    SCMP_SYS(gettid),
    SCMP_SYS(getpid),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(getrandom),
    SCMP_SYS(sysinfo),
};

/// What libraries try and can do without.
constexpr RefusedCall kEveryBoxRefuses[] = {
    {SCMP_SYS(open), EACCES},     {SCMP_SYS(access), EACCES},     {SCMP_SYS(stat), EACCES},
    {SCMP_SYS(lstat), EACCES},    {SCMP_SYS(statx), EACCES},      {SCMP_SYS(ioctl), ENOTTY},
    {SCMP_SYS(readlink), EACCES}, {SCMP_SYS(readlinkat), EACCES},
};

constexpr int kThreadsAllow[] = {
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(getcpu),
};

/// Its flags lie in memory; libc then takes clone.
constexpr RefusedCall kThreadsRefuse[] = {{SCMP_SYS(clone3), ENOSYS}};

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

Result<> addRules(const Filter& filter, std::span<const int> allowed,
                  std::span<const RefusedCall> refused,
                  std::span<const ConditionalCall> conditional)
{
    for (const int call : allowed)
        TRY(addRule(filter, SCMP_ACT_ALLOW, call, nullptr));
    for (const RefusedCall& one : refused) {
        const auto error = static_cast<std::uint32_t>(one.error);
        if (!isOfSanitizer(one.call))
            TRY(addRule(filter, SCMP_ACT_ERRNO(error), one.call, nullptr));
    }
    for (const ConditionalCall& one : conditional)
        TRY(addRule(filter, one.action, one.call, &one.argument).because(one.why));
    return {};
}

Result<> addRulesOfEveryBox(const Filter& filter)
{
    const auto exec = static_cast<std::uint64_t>(PROT_EXEC);
    const auto self = static_cast<std::uint64_t>(getpid());
    const ConditionalCall conditions[] = {
        {SCMP_SYS(mmap), SCMP_ACT_ALLOW, whereMasked(2, exec, 0), "memory"},
        {SCMP_SYS(mmap), SCMP_ACT_ERRNO(EPERM), whereMasked(2, exec, exec), "code"},
        {SCMP_SYS(mprotect), SCMP_ACT_ALLOW, whereMasked(2, exec, 0), "memory"},
        {SCMP_SYS(mprotect), SCMP_ACT_ERRNO(EPERM), whereMasked(2, exec, exec), "code"},
        {SCMP_SYS(tgkill), SCMP_ACT_ALLOW, whereEqual(0, self), "abort()"},
        {SCMP_SYS(prlimit64), SCMP_ACT_ALLOW, whereEqual(2, 0), "limits are read"},
    };
    if (kIsSanitized)
        TRY(addRules(filter, kSanitizerCalls, {}, {}));
    return addRules(filter, kEveryBoxAllows, kEveryBoxRefuses, conditions);
}

/// Threads, and no processes.
Result<> addRulesOfThreads(const Filter& filter)
{
    const auto threads = static_cast<std::uint64_t>(CLONE_THREAD | CLONE_VM | CLONE_SIGHAND);
    const auto flags = threads | CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWNS | CLONE_NEWPID
        | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP;
    const ConditionalCall conditions[] = {
        {SCMP_SYS(clone), SCMP_ACT_ALLOW, whereMasked(0, flags, threads), "threads"},
        {SCMP_SYS(prctl), SCMP_ACT_ALLOW, whereEqual(0, PR_SET_NAME), "threads are named"},
        {SCMP_SYS(prctl), SCMP_ACT_ALLOW, whereEqual(0, PR_SET_VMA), "memory is named"},
    };
    return addRules(filter, kThreadsAllow, kThreadsRefuse, conditions);
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
    TRY(addRulesOfEveryBox(filter));
    if (rules.threads == Threads::Own)
        TRY(addRulesOfThreads(filter));
    TRY(addRules(filter, rules.allowed, rules.refused, rules.conditional));
    if (const int why = seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1); why != 0)
        return systemError(-why, "cannot filter the system calls of all threads");
    if (const int why = seccomp_load(filter.get()); why != 0)
        return Error(Code::Unsupported,
                     words("the kernel refuses the filter of system calls (error ", -why,
                           "), so nothing is ", rules.work, ": a kernel with seccomp is needed"));
    return {};
}

} // namespace tf::vision
