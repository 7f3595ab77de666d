#include "tests/support/user_namespaces.h"

#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tf::test {

bool hasUserNamespaces()
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(::unshare(CLONE_NEWUSER) == 0 ? 0 : 1);
    int status = 1;
    return child > 0 && ::waitpid(child, &status, 0) == child && status == 0;
}

} // namespace tf::test
