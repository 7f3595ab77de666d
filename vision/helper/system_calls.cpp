#include "vision/helper/system_calls.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <cerrno>
#include <memory>
#include <string>

#include <fcntl.h>
#include <linux/prctl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

namespace tf::vision {

namespace {

using Filter = std::unique_ptr<void, void (*)(void*)>;

/// Descriptors that are open, memory, threads, time.
constexpr int kAllowed[] = {
    SCMP_SYS(read),
    SCMP_SYS(pread64),
    SCMP_SYS(readv),
    SCMP_SYS(preadv),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(dup),
    SCMP_SYS(recvmsg),
    SCMP_SYS(sendmsg),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(getcpu),
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
    SCMP_SYS(clock_getres),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(getrandom),
    SCMP_SYS(getrusage),
    SCMP_SYS(sysinfo),
    SCMP_SYS(uname),
    SCMP_SYS(times),
    SCMP_SYS(setitimer),
    SCMP_SYS(membarrier),
    SCMP_SYS(eventfd2),
    SCMP_SYS(pipe2), // with which the sanitizers probe memory
};

struct Refused {
    int call;
    int error;
};

/// What libraries try and can do without.
constexpr Refused kRefused[] = {
    {SCMP_SYS(open), EACCES},
    {SCMP_SYS(openat), EACCES},
    {SCMP_SYS(openat2), EACCES},
    {SCMP_SYS(access), EACCES},
    {SCMP_SYS(faccessat), EACCES},
    {SCMP_SYS(faccessat2), EACCES},
    {SCMP_SYS(stat), EACCES},
    {SCMP_SYS(lstat), EACCES},
    {SCMP_SYS(statx), EACCES},
    {SCMP_SYS(readlink), EACCES},
    {SCMP_SYS(readlinkat), EACCES},
    {SCMP_SYS(getcwd), EACCES},
    {SCMP_SYS(ioctl), ENOTTY},
    {SCMP_SYS(sched_setaffinity), EPERM},
    {SCMP_SYS(sched_setscheduler), EPERM},
    {SCMP_SYS(setpriority), EPERM},
    {SCMP_SYS(get_mempolicy), ENOSYS},
    {SCMP_SYS(mbind), ENOSYS},
    {SCMP_SYS(mlock), EPERM},
    {SCMP_SYS(getpeername), ENOTSOCK}, // GLib asks whether it logs to a journal
    {SCMP_SYS(clone3), ENOSYS}, // its flags lie in memory; libc then takes clone
};

struct Condition {
    int call;
    std::uint32_t action;
    scmp_arg_cmp argument;
    const char* why;
};

scmp_arg_cmp masked(unsigned argument, std::uint64_t mask, std::uint64_t value)
{
    return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

scmp_arg_cmp equal(unsigned argument, std::uint64_t value)
{
    return {argument, SCMP_CMP_EQ, value, 0};
}

Result<> add(const Filter& filter, std::uint32_t action, int call, const scmp_arg_cmp* argument)
{
    const unsigned numArguments = argument != nullptr ? 1 : 0;
    const int why = seccomp_rule_add_array(filter.get(), action, call, numArguments, argument);
    // A call that this processor does not have needs no rule.
    if (why != 0 && why != -EDOM)
        return systemError(-why, words("cannot filter system call ", call));
    return {};
}

Result<> addConditions(const Filter& filter)
{
    const auto exec = static_cast<std::uint64_t>(PROT_EXEC);
    const auto threads = static_cast<std::uint64_t>(CLONE_THREAD | CLONE_VM | CLONE_SIGHAND);
    const auto flags = threads | CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWNS | CLONE_NEWPID
        | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP;
    const auto self = static_cast<std::uint64_t>(getpid());
    const Condition conditions[] = {
        {SCMP_SYS(mmap), SCMP_ACT_ALLOW, masked(2, exec, 0), "memory"},
        {SCMP_SYS(mmap), SCMP_ACT_ERRNO(EPERM), masked(2, exec, exec), "code made at run time"},
        {SCMP_SYS(mprotect), SCMP_ACT_ALLOW, masked(2, exec, 0), "memory"},
        {SCMP_SYS(mprotect), SCMP_ACT_ERRNO(EPERM), masked(2, exec, exec), "the same"},
        {SCMP_SYS(clone), SCMP_ACT_ALLOW, masked(0, flags, threads), "threads, no processes"},
        {SCMP_SYS(tgkill), SCMP_ACT_ALLOW, equal(0, self), "abort()"},
        {SCMP_SYS(prctl), SCMP_ACT_ALLOW, equal(0, PR_SET_NAME), "threads are named"},
        {SCMP_SYS(prctl), SCMP_ACT_ALLOW, equal(0, PR_SET_VMA), "memory is named"},
        {SCMP_SYS(prlimit64), SCMP_ACT_ALLOW, equal(2, 0), "limits are read"},
        {SCMP_SYS(newfstatat), SCMP_ACT_ALLOW, equal(3, AT_EMPTY_PATH), "libc's fstat"},
        {SCMP_SYS(newfstatat), SCMP_ACT_ERRNO(EACCES), masked(3, AT_EMPTY_PATH, 0), "names"},
        {SCMP_SYS(fcntl), SCMP_ACT_ALLOW, equal(1, F_GETFL), "descriptors are looked at"},
        {SCMP_SYS(fcntl), SCMP_ACT_ALLOW, equal(1, F_GETFD), "the same"},
        {SCMP_SYS(fcntl), SCMP_ACT_ALLOW, equal(1, F_GET_SEALS), "the memory for frames"},
        {SCMP_SYS(fcntl), SCMP_ACT_ALLOW, equal(1, F_DUPFD_CLOEXEC), "descriptors are shared"},
    };
    for (const Condition& condition : conditions)
        TRY(add(filter, condition.action, condition.call, &condition.argument)
                .because(condition.why));
    return {};
}

} // namespace

Result<> filterSystemCalls()
{
    const Filter filter(seccomp_init(SCMP_ACT_KILL_PROCESS), seccomp_release);
    if (!filter)
        return Error(Code::Unsupported, "this system has no filter of system calls");
    for (const int call : kAllowed)
        TRY(add(filter, SCMP_ACT_ALLOW, call, nullptr));
    for (const Refused& refused : kRefused)
        TRY(add(filter, SCMP_ACT_ERRNO(static_cast<std::uint32_t>(refused.error)), refused.call,
                nullptr));
    TRY(addConditions(filter));
    if (const int why = seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1); why != 0)
        return systemError(-why, "cannot filter the system calls of all threads");
    if (const int why = seccomp_load(filter.get()); why != 0)
        return Error(Code::Unsupported,
                     words("the kernel refuses the filter of system calls (error ", -why,
                           "), so nothing is decoded: a kernel with seccomp is needed"));
    return {};
}

} // namespace tf::vision
