#include "app/ingest/obtain/unpack/system_calls.h"

#include "vision/helper/call_filter.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace tf::ingest {

namespace {

using vision::ConditionalCall;
using vision::RefusedCall;
using vision::whereEqual;
using vision::whereMasked;

/// Descriptors, memory, time, and making files: where is for Landlock and the process's own root.
constexpr int kUnpackAllowed[] = {
    SCMP_SYS(read),
    SCMP_SYS(pread64),
    SCMP_SYS(write),
    SCMP_SYS(pwrite64),
    SCMP_SYS(ftruncate),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(openat),
    SCMP_SYS(mkdirat),
    SCMP_SYS(unlinkat),
    SCMP_SYS(recvmsg),
    SCMP_SYS(sendmsg),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(sched_yield),
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
    SCMP_SYS(sched_getaffinity), // the decoder of xz counts processors
    SCMP_SYS(sysinfo),
};

constexpr RefusedCall kUnpackRefused[] = {
    {SCMP_SYS(open), EACCES},       {SCMP_SYS(stat), EACCES},     {SCMP_SYS(lstat), EACCES},
    {SCMP_SYS(access), EACCES},     {SCMP_SYS(readlink), EACCES}, {SCMP_SYS(ioctl), ENOTTY},
    {SCMP_SYS(readlinkat), EACCES}, {SCMP_SYS(statx), EACCES},
};

} // namespace

Result<> filterUnpackCalls()
{
    const auto exec = static_cast<std::uint64_t>(PROT_EXEC);
    const auto self = static_cast<std::uint64_t>(getpid());
    const auto byDescriptor = static_cast<std::uint64_t>(AT_EMPTY_PATH);
    const ConditionalCall conditions[] = {
        {SCMP_SYS(mmap), SCMP_ACT_ALLOW, whereMasked(2, exec, 0), "memory"},
        {SCMP_SYS(mmap), SCMP_ACT_ERRNO(EPERM), whereMasked(2, exec, exec), "code"},
        {SCMP_SYS(mprotect), SCMP_ACT_ALLOW, whereMasked(2, exec, 0), "memory"},
        {SCMP_SYS(mprotect), SCMP_ACT_ERRNO(EPERM), whereMasked(2, exec, exec), "code"},
        {SCMP_SYS(tgkill), SCMP_ACT_ALLOW, whereEqual(0, self), "abort()"},
        {SCMP_SYS(newfstatat), SCMP_ACT_ALLOW, whereEqual(3, byDescriptor), "libc's fstat"},
        {SCMP_SYS(newfstatat), SCMP_ACT_ERRNO(EACCES), whereMasked(3, byDescriptor, 0), "names"},
        {SCMP_SYS(prlimit64), SCMP_ACT_ALLOW, whereEqual(2, 0), "limits are read"},
    };
    return vision::filterCalls({kUnpackAllowed, kUnpackRefused, conditions, "unpacked"});
}

} // namespace tf::ingest
