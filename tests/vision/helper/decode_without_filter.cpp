// trifold-decode on a kernel that does not filter system calls.

#include <cerrno>

#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <unistd.h>

int main(int /*argc*/, char** argv)
{
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    auto* filter = seccomp_init(SCMP_ACT_ALLOW);
    const scmp_arg_cmp setsFilter{0, SCMP_CMP_EQ, PR_SET_SECCOMP, 0};
    if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(seccomp), 0) != 0
        || seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1, &setsFilter)
            != 0
        || seccomp_load(filter) != 0)
        return 1;
    seccomp_release(filter);
    execve(TRIFOLD_DECODE, argv, environ);
    return 1;
}
