#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QCoreApplication>
#include <QTemporaryFile>

#include <cstdio>
#include <sched.h>
#include <sys/mount.h>

namespace {

/// A network with nothing but loopback in it, which lies still. As root, or as a user who may have
/// names of his own; while there is one thread.
bool leaveTheNetwork()
{
    return unshare(CLONE_NEWNET) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0;
}

/// "localhost" is both kinds of address here, whatever this machine says; as root only.
void nameBothAddresses(const QByteArray& hosts)
{
    if (unshare(CLONE_NEWNS) == 0
        && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0)
        mount(hosts.constData(), "/etc/hosts", nullptr, MS_BIND, nullptr);
}

} // namespace

int main(int argc, char** argv)
{
    if (!leaveTheNetwork()) {
        std::puts("SKIPPED ENTIRELY: a network of its own needs root, or user namespaces");
        return 0;
    }
    QTemporaryFile hosts;
    if (hosts.open() && hosts.write("127.0.0.1 localhost\n::1 localhost\n") > 0 && hosts.flush())
        nameBothAddresses(hosts.fileName().toUtf8());
    const QCoreApplication application(argc, argv);
    return tf::test::runTests(argc, argv, {{"lost_network", makeLostNetworkTest}});
}
