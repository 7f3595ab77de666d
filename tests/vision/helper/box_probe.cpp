// Closes the box around itself and tries one thing, named by its argument.
//
// Exit codes: 0 it could be done; 100 + errno it was refused; 99 the box could not be closed. A
// thing that is not allowed at all ends the process by SIGSYS.

#include "vision/helper/box.h"
#include "vision/helper/landlock.h"
#include "vision/media/descriptor.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <thread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace tf;
using namespace tf::vision;

namespace {

/// What was open before the box was closed.
struct Opened {
    Descriptor file{::open("/proc/self/exe", O_RDONLY | O_CLOEXEC)};
    Descriptor socket{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
};

struct Attempt {
    std::string_view name;
    bool (*run)(const Opened& opened);
};

bool startThread(const Opened& /*opened*/)
{
    int number = 0;
    std::thread([&number] { number = 1; }).join();
    return number == 1;
}

bool connectSocket(const Opened& opened)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(80);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return syscall(SYS_connect, opened.socket.number(), &address, sizeof address) == 0;
}

bool raiseCpu(const Opened& /*opened*/)
{
    const rlimit limit{RLIM_INFINITY, RLIM_INFINITY};
    return setrlimit(RLIMIT_CPU, &limit) == 0;
}

bool takeMemory(const Opened& /*opened*/)
{
    return mmap(nullptr, static_cast<std::size_t>(kBoxBytes), PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        != MAP_FAILED;
}

bool makeCode(const Opened& /*opened*/)
{
    return mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                0)
        != MAP_FAILED;
}

bool startProgram(const Opened& /*opened*/)
{
    char name[] = "/bin/true";
    char* arguments[] = {name, nullptr};
    return execve(name, arguments, nullptr) == 0;
}

bool readFile(const Opened& opened)
{
    char byte = 0;
    struct stat status = {};
    return pread(opened.file.number(), &byte, 1, 1) == 1 && byte == 'E'
        && fstat(opened.file.number(), &status) == 0;
}

constexpr Attempt kAttempts[] = {
    {"read", readFile},
    {"thread", startThread},
    {"open", [](const Opened&) { return ::open("/etc/passwd", O_RDONLY) >= 0; }},
    {"create", [](const Opened&) { return ::open("/tmp/x", O_CREAT | O_WRONLY, 0600) >= 0; }},
    {"stat",
     [](const Opened&) {
         struct stat status = {};
         return ::stat("/etc/passwd", &status) == 0;
     }},
    {"pipe",
     [](const Opened&) {
         int ends[2] = {};
         return ::pipe2(ends, 0) == 0;
     }},
    {"socket", [](const Opened&) { return ::socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }},
    {"connect", connectSocket},
    {"exec", startProgram},
    {"fork", [](const Opened&) { return fork() >= 0; }},
    {"ptrace", [](const Opened&) { return ptrace(PTRACE_ATTACH, getppid(), 0, 0) == 0; }},
    {"kill", [](const Opened&) { return kill(getppid(), 0) == 0; }},
    {"unlink", [](const Opened&) { return unlink("/tmp/x") == 0; }},
    {"cpu", raiseCpu},
    {"memory", takeMemory},
    {"code", makeCode},
    {"pidfd", [](const Opened&) { return ::syscall(SYS_pidfd_open, getppid(), 0) >= 0; }},
    {"keys", [](const Opened&) { return ::syscall(SYS_keyctl, 0, 0, 0, 0, 0) >= 0; }},
    {"uring", [](const Opened&) { return ::syscall(SYS_io_uring_setup, 1, nullptr) >= 0; }},
    {"bpf", [](const Opened&) { return ::syscall(SYS_bpf, 0, nullptr, 0) >= 0; }},
};

/// A kernel that lacks a system call.
bool takeAway(int call, int error)
{
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    auto* filter = seccomp_init(SCMP_ACT_ALLOW);
    const bool isDone =
        seccomp_rule_add(filter, SCMP_ACT_ERRNO(static_cast<std::uint32_t>(error)), call, 0) == 0
        && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return isDone;
}

/// "landlock=N", and every gap on a line of its own.
int tellWalls(const Hello& hello)
{
    std::printf("landlock=%d\n", hello.landlock);
    for (const std::string& gap : hello.gaps)
        std::printf("%s\n", gap.c_str());
    std::fflush(stdout);
    return 0;
}

int attempt(std::string_view name, const Opened& opened)
{
    for (const Attempt& known : kAttempts) {
        if (known.name == name)
            return known.run(opened) ? 0 : 100 + errno;
    }
    return 98;
}

} // namespace

int main(int argc, char** argv)
{
    const std::string_view name = argc > 1 ? argv[1] : "";
    const Opened opened;
    if (name == "landlock alone") {
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        _exit(grantNoFiles() ? attempt("open", opened) : 99);
    }
    if (name == "without landlock" && !takeAway(SCMP_SYS(landlock_create_ruleset), ENOSYS))
        return 99;
    auto walls = raiseWalls();
    if (!walls)
        return 99;
    const auto hello = closeBox(std::move(*walls));
    if (!hello)
        return 99;
    if (name == "walls" || name == "without landlock")
        _exit(tellWalls(*hello));
    _exit(attempt(name, opened));
}
