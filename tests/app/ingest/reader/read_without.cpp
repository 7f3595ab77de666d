// trifold-read on a kernel that lacks what TRIFOLD_WITHOUT names: landlock, or the filter of system
// calls.

#include <cerrno>
#include <string_view>

#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace {

/// Landlock's three calls stand one after the other.
constexpr int kFirstLandlockCall = 444;
constexpr int kLastLandlockCall = 446;

bool refuseLandlock(scmp_filter_ctx filter)
{
    for (int call = kFirstLandlockCall; call <= kLastLandlockCall; ++call) {
        if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), call, 0) != 0)
            return false;
    }
    return true;
}

bool refuseFilters(scmp_filter_ctx filter)
{
    const scmp_arg_cmp setsFilter{0, SCMP_CMP_EQ, PR_SET_SECCOMP, 0};
    return seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(seccomp), 0) == 0
        && seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1, &setsFilter)
        == 0;
}

} // namespace

int main(int /*argc*/, char** argv)
{
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    auto* filter = seccomp_init(SCMP_ACT_ALLOW);
    const bool isLandlock = std::string_view(TRIFOLD_WITHOUT) == "landlock";
    if (!(isLandlock ? refuseLandlock(filter) : refuseFilters(filter)) || seccomp_load(filter) != 0)
        return 1;
    seccomp_release(filter);
    execve(TRIFOLD_READ, argv, environ);
    return 1;
}
