#include "app/ingest/reader/helper/system_calls.h"

#include "vision/helper/call_filter.h"

#include <cerrno>

#include <fcntl.h>

namespace tf::ingest {

namespace {

using vision::ConditionalCall;
using vision::RefusedCall;
using vision::whereEqual;

/// Besides what every box allows: names beneath the folder, and who and when it is.
constexpr int kReaderAllowed[] = {
    SCMP_SYS(openat2),   SCMP_SYS(newfstatat), SCMP_SYS(getdents64), SCMP_SYS(clock_nanosleep),
    SCMP_SYS(getrusage), SCMP_SYS(uname),      SCMP_SYS(times),      SCMP_SYS(membarrier),
    SCMP_SYS(setitimer), SCMP_SYS(getuid),     SCMP_SYS(geteuid),    SCMP_SYS(getgid),
    SCMP_SYS(getegid),   SCMP_SYS(getppid),
};

/// What libraries try besides, and can do without.
constexpr RefusedCall kReaderRefused[] = {
    {SCMP_SYS(openat), EACCES}, {SCMP_SYS(faccessat), EACCES}, {SCMP_SYS(faccessat2), EACCES},
    {SCMP_SYS(getcwd), EACCES}, {SCMP_SYS(write), EBADF},      {SCMP_SYS(pipe2), EPERM},
};

} // namespace

Result<> filterReaderCalls()
{
    const ConditionalCall conditions[] = {
        {SCMP_SYS(fcntl), SCMP_ACT_ALLOW, whereEqual(1, F_GETFL), "descriptors are looked at"},
        {SCMP_SYS(fcntl), SCMP_ACT_ALLOW, whereEqual(1, F_GETFD), "the same"},
        {SCMP_SYS(fcntl), SCMP_ACT_ALLOW, whereEqual(1, F_SETFD), "they are closed on exec"},
    };
    return vision::filterCalls(
        {kReaderAllowed, kReaderRefused, conditions, vision::Threads::Own, "read"});
}

} // namespace tf::ingest
