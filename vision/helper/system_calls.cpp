#include "vision/helper/system_calls.h"

#include "vision/helper/call_filter.h"

#include <cerrno>

#include <fcntl.h>

namespace tf::vision {

namespace {

/// Besides what every box allows: more ways to read, write and ask for the time.
constexpr int kAllowed[] = {
    SCMP_SYS(readv),     SCMP_SYS(preadv),     SCMP_SYS(write),        SCMP_SYS(writev),
    SCMP_SYS(dup),       SCMP_SYS(ppoll),      SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep), SCMP_SYS(getrusage),  SCMP_SYS(uname),        SCMP_SYS(times),
    SCMP_SYS(setitimer), SCMP_SYS(membarrier), SCMP_SYS(eventfd2),
};

/// What libraries try besides, and can do without.
constexpr RefusedCall kRefused[] = {
    {SCMP_SYS(openat), EACCES},
    {SCMP_SYS(openat2), EACCES},
    {SCMP_SYS(faccessat), EACCES},
    {SCMP_SYS(faccessat2), EACCES},
    {SCMP_SYS(getcwd), EACCES},
    {SCMP_SYS(pipe2), EPERM},
    {SCMP_SYS(sched_setaffinity), EPERM},
    {SCMP_SYS(sched_setscheduler), EPERM},
    {SCMP_SYS(setpriority), EPERM},
    {SCMP_SYS(get_mempolicy), ENOSYS},
    {SCMP_SYS(mbind), ENOSYS},
    {SCMP_SYS(mlock), EPERM},
    {SCMP_SYS(getpeername), ENOTSOCK}, // GLib asks whether it logs to a journal
};

} // namespace

Result<> filterSystemCalls()
{
    const ConditionalCall conditions[] = {
        {SCMP_SYS(newfstatat), SCMP_ACT_ALLOW, whereEqual(3, AT_EMPTY_PATH), "libc's fstat"},
        {SCMP_SYS(newfstatat), SCMP_ACT_ERRNO(EACCES), whereMasked(3, AT_EMPTY_PATH, 0), "names"},
        {SCMP_SYS(fcntl), SCMP_ACT_ALLOW, whereEqual(1, F_GETFL), "descriptors are looked at"},
        {SCMP_SYS(fcntl), SCMP_ACT_ALLOW, whereEqual(1, F_GETFD), "the same"},
        {SCMP_SYS(fcntl), SCMP_ACT_ALLOW, whereEqual(1, F_GET_SEALS), "the memory for frames"},
        {SCMP_SYS(fcntl), SCMP_ACT_ALLOW, whereEqual(1, F_DUPFD_CLOEXEC), "descriptors are shared"},
    };
    return filterCalls({kAllowed, kRefused, conditions, Threads::Own, "decoded"});
}

} // namespace tf::vision
