#include "app/ingest/reader/helper/system_calls.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <cerrno>
#include <memory>

#include <fcntl.h>
#include <linux/prctl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

namespace tf::ingest {

namespace {

using ReaderFilter = std::unique_ptr<void, void (*)(void*)>;

/// Reading, the socket, memory, threads, time.
constexpr int kReaderAllowed[] = {
    SCMP_SYS(openat2),
    SCMP_SYS(read),
    SCMP_SYS(pread64),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(getdents64),
    SCMP_SYS(recvmsg),
    SCMP_SYS(sendmsg),
    SCMP_SYS(poll),
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
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(getrandom),
    SCMP_SYS(getrusage),
    SCMP_SYS(sysinfo),
    SCMP_SYS(uname),
    SCMP_SYS(times),
    SCMP_SYS(membarrier),
    SCMP_SYS(setitimer),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(getppid),
};

struct ReaderRefused {
    int call;
    int error;
};

/// What libraries try and can do without.
constexpr ReaderRefused kReaderRefused[] = {
    {SCMP_SYS(open), EACCES},       {SCMP_SYS(openat), EACCES},
    {SCMP_SYS(access), EACCES},     {SCMP_SYS(faccessat), EACCES},
    {SCMP_SYS(faccessat2), EACCES}, {SCMP_SYS(stat), EACCES},
    {SCMP_SYS(lstat), EACCES},      {SCMP_SYS(statx), EACCES},
    {SCMP_SYS(readlink), EACCES},   {SCMP_SYS(readlinkat), EACCES},
    {SCMP_SYS(getcwd), EACCES},     {SCMP_SYS(write), EBADF},
    {SCMP_SYS(ioctl), ENOTTY},      {SCMP_SYS(pipe2), EPERM},
    {SCMP_SYS(clone3), ENOSYS}, // its flags lie in memory; libc then takes clone
};

struct ReaderCondition {
    int call;
    std::uint32_t action;
    scmp_arg_cmp argument;
    const char* why;
};

scmp_arg_cmp whereMasked(unsigned argument, std::uint64_t mask, std::uint64_t value)
{
    return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

scmp_arg_cmp whereEqual(unsigned argument, std::uint64_t value)
{
    return {argument, SCMP_CMP_EQ, value, 0};
}

Result<> addRule(const ReaderFilter& filter, std::uint32_t action, int call,
                 const scmp_arg_cmp* argument)
{
    const unsigned numArguments = argument != nullptr ? 1 : 0;
    const int why = seccomp_rule_add_array(filter.get(), action, call, numArguments, argument);
    // A call that this processor does not have needs no rule.
    if (why != 0 && why != -EDOM)
        return systemError(-why, words("cannot filter system call ", call));
    return {};
}

Result<> addReaderConditions(const ReaderFilter& filter)
{
    const auto exec = static_cast<std::uint64_t>(PROT_EXEC);
    const auto threads = static_cast<std::uint64_t>(CLONE_THREAD | CLONE_VM | CLONE_SIGHAND);
    const auto flags = threads | CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWNS | CLONE_NEWPID
        | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP;
    const auto self = static_cast<std::uint64_t>(getpid());
    const ReaderCondition conditions[] = {
        {SCMP_SYS(mmap), SCMP_ACT_ALLOW, whereMasked(2, exec, 0), "memory"},
        {SCMP_SYS(mmap), SCMP_ACT_ERRNO(EPERM), whereMasked(2, exec, exec), "code"},
        {SCMP_SYS(mprotect), SCMP_ACT_ALLOW, whereMasked(2, exec, 0), "memory"},
        {SCMP_SYS(mprotect), SCMP_ACT_ERRNO(EPERM), whereMasked(2, exec, exec), "code"},
        {SCMP_SYS(clone), SCMP_ACT_ALLOW, whereMasked(0, flags, threads), "threads"},
        {SCMP_SYS(tgkill), SCMP_ACT_ALLOW, whereEqual(0, self), "abort()"},
        {SCMP_SYS(prctl), SCMP_ACT_ALLOW, whereEqual(0, PR_SET_NAME), "threads are named"},
        {SCMP_SYS(prctl), SCMP_ACT_ALLOW, whereEqual(0, PR_SET_VMA), "memory is named"},
        {SCMP_SYS(prlimit64), SCMP_ACT_ALLOW, whereEqual(2, 0), "limits are read"},
        {SCMP_SYS(fcntl), SCMP_ACT_ALLOW, whereEqual(1, F_GETFL), "descriptors are looked at"},
        {SCMP_SYS(fcntl), SCMP_ACT_ALLOW, whereEqual(1, F_GETFD), "the same"},
        {SCMP_SYS(fcntl), SCMP_ACT_ALLOW, whereEqual(1, F_SETFD), "they are closed on exec"},
    };
    for (const ReaderCondition& condition : conditions)
        TRY(addRule(filter, condition.action, condition.call, &condition.argument)
                .because(condition.why));
    return {};
}

} // namespace

Result<> filterReaderCalls()
{
    const ReaderFilter filter(seccomp_init(SCMP_ACT_KILL_PROCESS), seccomp_release);
    if (!filter)
        return Error(Code::Unsupported, "this system has no filter of system calls");
    for (const int call : kReaderAllowed)
        TRY(addRule(filter, SCMP_ACT_ALLOW, call, nullptr));
    for (const ReaderRefused& refused : kReaderRefused)
        TRY(addRule(filter, SCMP_ACT_ERRNO(static_cast<std::uint32_t>(refused.error)), refused.call,
                    nullptr));
    TRY(addReaderConditions(filter));
    if (const int why = seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1); why != 0)
        return systemError(-why, "cannot filter the system calls of all threads");
    if (const int why = seccomp_load(filter.get()); why != 0)
        return Error(Code::Unsupported,
                     words("the kernel refuses the filter of system calls (error ", -why,
                           "), so nothing is read: a kernel with seccomp is needed"));
    return {};
}

} // namespace tf::ingest
