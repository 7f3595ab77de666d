#include "vision/helper/system_calls.h"

#include "vision/helper/call_filter.h"

#include <cerrno>

#include <fcntl.h>
#include <linux/prctl.h>
#include <sched.h>
#include <sys/mman.h>
#include <unistd.h>

namespace tf::vision {

namespace {

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
};

/// What libraries try and can do without.
constexpr RefusedCall kRefused[] = {
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
    {SCMP_SYS(pipe2), EPERM},
    {SCMP_SYS(sched_setaffinity), EPERM},
    {SCMP_SYS(sched_setscheduler), EPERM},
    {SCMP_SYS(setpriority), EPERM},
    {SCMP_SYS(get_mempolicy), ENOSYS},
    {SCMP_SYS(mbind), ENOSYS},
    {SCMP_SYS(mlock), EPERM},
    {SCMP_SYS(getpeername), ENOTSOCK}, // GLib asks whether it logs to a journal
    {SCMP_SYS(clone3), ENOSYS}, // its flags lie in memory; libc then takes clone
};

} // namespace

Result<> filterSystemCalls()
{
    const auto exec = static_cast<std::uint64_t>(PROT_EXEC);
    const auto threads = static_cast<std::uint64_t>(CLONE_THREAD | CLONE_VM | CLONE_SIGHAND);
    const auto flags = threads | CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWNS | CLONE_NEWPID
        | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP;
    const auto self = static_cast<std::uint64_t>(getpid());
    const ConditionalCall conditions[] = {
        {SCMP_SYS(mmap), SCMP_ACT_ALLOW, whereMasked(2, exec, 0), "memory"},
        {SCMP_SYS(mmap), SCMP_ACT_ERRNO(EPERM), whereMasked(2, exec, exec),
         "code made at run time"},
        {SCMP_SYS(mprotect), SCMP_ACT_ALLOW, whereMasked(2, exec, 0), "memory"},
        {SCMP_SYS(mprotect), SCMP_ACT_ERRNO(EPERM), whereMasked(2, exec, exec), "the same"},
        {SCMP_SYS(clone), SCMP_ACT_ALLOW, whereMasked(0, flags, threads), "threads, no processes"},
        {SCMP_SYS(tgkill), SCMP_ACT_ALLOW, whereEqual(0, self), "abort()"},
        {SCMP_SYS(prctl), SCMP_ACT_ALLOW, whereEqual(0, PR_SET_NAME), "threads are named"},
        {SCMP_SYS(prctl), SCMP_ACT_ALLOW, whereEqual(0, PR_SET_VMA), "memory is named"},
        {SCMP_SYS(prlimit64), SCMP_ACT_ALLOW, whereEqual(2, 0), "limits are read"},
        {SCMP_SYS(newfstatat), SCMP_ACT_ALLOW, whereEqual(3, AT_EMPTY_PATH), "libc's fstat"},
        {SCMP_SYS(newfstatat), SCMP_ACT_ERRNO(EACCES), whereMasked(3, AT_EMPTY_PATH, 0), "names"},
        {SCMP_SYS(fcntl), SCMP_ACT_ALLOW, whereEqual(1, F_GETFL), "descriptors are looked at"},
        {SCMP_SYS(fcntl), SCMP_ACT_ALLOW, whereEqual(1, F_GETFD), "the same"},
        {SCMP_SYS(fcntl), SCMP_ACT_ALLOW, whereEqual(1, F_GET_SEALS), "the memory for frames"},
        {SCMP_SYS(fcntl), SCMP_ACT_ALLOW, whereEqual(1, F_DUPFD_CLOEXEC), "descriptors are shared"},
    };
    return filterCalls({kAllowed, kRefused, conditions, "decoded"});
}

} // namespace tf::vision
