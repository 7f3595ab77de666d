#include "vision/helper/walls.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"
#include "vision/helper/sanitized.h"

#include <cerrno>
#include <csignal>

#include <linux/capability.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace tf::vision {

namespace {

constexpr rlim_t kFirstCpuSeconds = 20; ///< whoever asks allows more

Result<> bound(__rlimit_resource resource, std::string_view what, rlim_t soft, rlim_t hard)
{
    const rlimit limit{soft, hard};
    if (setrlimit(resource, &limit) != 0)
        return systemError(errno, words("cannot bound ", what));
    return {};
}

Result<> bound(__rlimit_resource resource, std::string_view what, std::int64_t most)
{
    return bound(resource, what, static_cast<rlim_t>(most), static_cast<rlim_t>(most));
}

} // namespace

Result<BoxWalls> raiseWalls()
{
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return systemError(errno, "cannot give up new rights");
    BoxWalls walls;
    walls.hasOwnNetwork = unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC) == 0;
    if (!walls.hasOwnNetwork)
        walls.gaps.emplace_back("this system gives no namespaces, so the network is kept away by "
                                "the filter of system calls alone");
    return walls;
}

Result<> boundResources(std::int64_t mostMemoryBytes, const ResourceBounds& bounds)
{
    // A write that is too long for RLIMIT_FSIZE shall fail, not kill.
    std::signal(SIGXFSZ, SIG_IGN);
    TRY(bound(RLIMIT_FSIZE, "the size of files", bounds.fileBytes));
    TRY(bound(RLIMIT_CORE, "the size of core files", 0));
    if (bounds.cpuSeconds)
        TRY(bound(RLIMIT_CPU, "the processor time", *bounds.cpuSeconds));
    else
        TRY(bound(RLIMIT_CPU, "the processor time", kFirstCpuSeconds, RLIM_INFINITY));
    if (bounds.openFiles)
        TRY(bound(RLIMIT_NOFILE, "the number of open files", *bounds.openFiles));
    TRY(bound(RLIMIT_MEMLOCK, "locked memory", 0));
    TRY(bound(RLIMIT_MSGQUEUE, "message queues", 0));
    if (!kIsSanitized) // their shadow is terabytes of addresses
        TRY(bound(RLIMIT_AS, "the memory", mostMemoryBytes));
    return {};
}

Result<> dropCapabilities()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    const __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {};
    if (syscall(SYS_capset, &header, none) != 0)
        return systemError(errno, "cannot drop the rights of root");
    return {};
}

} // namespace tf::vision
