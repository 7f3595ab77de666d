#include "app/ingest/obtain/unpack/box.h"

#include "app/ingest/obtain/unpack/system_calls.h"
#include "app/ingest/obtain/unpack/write_beneath.h"
#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <cerrno>
#include <clocale>
#include <csignal>

#include <linux/capability.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace tf::ingest {

namespace {

// The sanitizers reserve terabytes of addresses for their shadow.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kBoundsUnpackMemory = false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool kBoundsUnpackMemory = false;
#else
constexpr bool kBoundsUnpackMemory = true;
#endif
#else
constexpr bool kBoundsUnpackMemory = true;
#endif

constexpr rlim_t kUnpackMemoryBytes = rlim_t{1} << 30;
constexpr rlim_t kUnpackCpuSeconds = 600; ///< 2 GB of bzip2 take a third of it

struct UnpackBound {
    __rlimit_resource resource;
    rlim_t limit;
    std::string_view what;
};

Result<> boundUnpacking(std::int64_t mostFileBytes)
{
    const UnpackBound bounds[] = {
        {RLIMIT_FSIZE, static_cast<rlim_t>(mostFileBytes), "the size of files"},
        {RLIMIT_CORE, 0, "the size of core files"},
        {RLIMIT_CPU, kUnpackCpuSeconds, "the processor time"},
        {RLIMIT_NOFILE, 16, "the number of open files"},
        {RLIMIT_MEMLOCK, 0, "locked memory"},
        {RLIMIT_AS, kUnpackMemoryBytes, "the memory"},
    };
    for (const UnpackBound& bound : bounds) {
        if (bound.resource == RLIMIT_AS && !kBoundsUnpackMemory)
            continue;
        const rlimit limit{bound.limit, bound.limit};
        if (setrlimit(bound.resource, &limit) != 0)
            return systemError(errno, words("cannot bound ", bound.what));
    }
    return {};
}

/// Where this user may not have namespaces, Landlock stands alone.
bool takeOwnRoot(int target)
{
    static_cast<void>(unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC));
    return fchdir(target) == 0 && chroot(".") == 0;
}

Result<> dropUnpackRights()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    const __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {};
    if (syscall(SYS_capset, &header, none) != 0)
        return systemError(errno, "cannot drop the rights of root");
    return {};
}

} // namespace

Result<UnpackHello> closeUnpackBox(int target, std::int64_t mostFileBytes)
{
    // Names in UTF-8 are read as such; the locale's files are out of reach later.
    std::setlocale(LC_ALL, "C.UTF-8");
    // A write that is too long shall fail, not kill.
    std::signal(SIGXFSZ, SIG_IGN);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return systemError(errno, "cannot give up new rights");
    UnpackHello hello;
    hello.hasOwnRoot = takeOwnRoot(target);
    TRY(boundUnpacking(mostFileBytes));
    hello.landlock = TRY(grantWritingBeneath(target));
    if (hello.landlock == 0 && !hello.hasOwnRoot)
        return Error(Code::Unsupported,
                     "this system has neither Landlock nor namespaces for its users: archives can "
                     "be unpacked safely with one of them");
    TRY(dropUnpackRights());
    TRY(filterUnpackCalls());
    return hello;
}

} // namespace tf::ingest
