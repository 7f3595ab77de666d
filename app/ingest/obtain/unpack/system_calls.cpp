#include "app/ingest/obtain/unpack/system_calls.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <cerrno>
#include <memory>

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

namespace tf::ingest {

namespace {

using UnpackFilter = std::unique_ptr<void, void (*)(void*)>;

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

struct UnpackRefused {
    int call;
    int error;
};

constexpr UnpackRefused kUnpackRefused[] = {
    {SCMP_SYS(open), EACCES},       {SCMP_SYS(stat), EACCES},     {SCMP_SYS(lstat), EACCES},
    {SCMP_SYS(access), EACCES},     {SCMP_SYS(readlink), EACCES}, {SCMP_SYS(ioctl), ENOTTY},
    {SCMP_SYS(readlinkat), EACCES}, {SCMP_SYS(statx), EACCES},
};

struct UnpackCondition {
    int call;
    std::uint32_t action;
    scmp_arg_cmp argument;
};

Result<> addUnpackRule(const UnpackFilter& filter, std::uint32_t action, int call,
                       const scmp_arg_cmp* argument)
{
    const unsigned numArguments = argument != nullptr ? 1 : 0;
    const int why = seccomp_rule_add_array(filter.get(), action, call, numArguments, argument);
    // A call that this processor does not have needs no rule.
    if (why != 0 && why != -EDOM)
        return systemError(-why, words("cannot filter system call ", call));
    return {};
}

Result<> addUnpackConditions(const UnpackFilter& filter)
{
    const auto exec = static_cast<std::uint64_t>(PROT_EXEC);
    const auto self = static_cast<std::uint64_t>(getpid());
    const auto byDescriptor = static_cast<std::uint64_t>(AT_EMPTY_PATH);
    const UnpackCondition conditions[] = {
        {SCMP_SYS(mmap), SCMP_ACT_ALLOW, {2, SCMP_CMP_MASKED_EQ, exec, 0}},
        {SCMP_SYS(mmap), SCMP_ACT_ERRNO(EPERM), {2, SCMP_CMP_MASKED_EQ, exec, exec}},
        {SCMP_SYS(mprotect), SCMP_ACT_ALLOW, {2, SCMP_CMP_MASKED_EQ, exec, 0}},
        {SCMP_SYS(mprotect), SCMP_ACT_ERRNO(EPERM), {2, SCMP_CMP_MASKED_EQ, exec, exec}},
        {SCMP_SYS(tgkill), SCMP_ACT_ALLOW, {0, SCMP_CMP_EQ, self, 0}}, // abort()
        {SCMP_SYS(newfstatat), SCMP_ACT_ALLOW, {3, SCMP_CMP_EQ, byDescriptor, 0}},
        {SCMP_SYS(newfstatat), SCMP_ACT_ERRNO(EACCES), {3, SCMP_CMP_MASKED_EQ, byDescriptor, 0}},
        {SCMP_SYS(prlimit64), SCMP_ACT_ALLOW, {2, SCMP_CMP_EQ, 0, 0}}, // limits are read
    };
    for (const UnpackCondition& condition : conditions)
        TRY(addUnpackRule(filter, condition.action, condition.call, &condition.argument));
    return {};
}

} // namespace

Result<> filterUnpackCalls()
{
    const UnpackFilter filter(seccomp_init(SCMP_ACT_KILL_PROCESS), seccomp_release);
    if (!filter)
        return Error(Code::Unsupported, "this system has no filter of system calls");
    for (const int call : kUnpackAllowed)
        TRY(addUnpackRule(filter, SCMP_ACT_ALLOW, call, nullptr));
    for (const UnpackRefused& refused : kUnpackRefused)
        TRY(addUnpackRule(filter, SCMP_ACT_ERRNO(static_cast<std::uint32_t>(refused.error)),
                          refused.call, nullptr));
    TRY(addUnpackConditions(filter));
    if (const int why = seccomp_load(filter.get()); why != 0)
        return Error(Code::Unsupported,
                     words("the kernel refuses the filter of system calls (error ", -why,
                           "), so nothing is unpacked: a kernel with seccomp is needed"));
    return {};
}

} // namespace tf::ingest
