#include "app/works/tool_run.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"
#include "vision/media/child_process.h"
#include "vision/media/descriptor.h"

#include <array>
#include <cerrno>
#include <optional>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tf::works {

namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using ToolClock = std::chrono::steady_clock;

constexpr milliseconds kToolGlance(10);
constexpr milliseconds kTimeToFallSilent(2000);
constexpr std::size_t kMostSaid = 64 << 10;
constexpr const char* kToolInBox = "/tool";
constexpr std::int64_t kToolFileBytes = 64 << 20;
constexpr std::int64_t kToolAddressBytes = std::int64_t{16}
    << 30; // Go asks for much and uses little
constexpr int kToolCpuSeconds = 120;

std::vector<std::string> toolEnvironment()
{
    return {"PATH=/tool:/usr/bin:/bin",
            "HOME=/tmp",
            "LC_ALL=C.UTF-8",
            "TMPDIR=/tmp",
            "TF_IN_AUTOMATION=1",
            "CHECKPOINT_DISABLE=1",
            "TF_CLI_CONFIG_FILE=/dev/null",
            "KUBECONFIG=/nonexistent",
            "DOCKER_HOST=unix:///nonexistent",
            "NO_COLOR=1"};
}

/// What it says on both streams while it runs.
class ToolWatch {
public:
    ToolWatch(vision::ChildProcess process, vision::Descriptor pipe)
        : m_process(std::move(process))
        , m_pipe(std::move(pipe))
    {
    }
    /// Ends with its box: the pipe closes when the last process in it is gone.
    ~ToolWatch()
    {
        m_process.end();
        const auto until = ToolClock::now() + kTimeToFallSilent;
        while (!m_isSilent && ToolClock::now() < until)
            listen();
    }
    ToolWatch(const ToolWatch&) = delete;
    ToolWatch& operator=(const ToolWatch&) = delete;

    Result<ToolEnd> watch(milliseconds mostTime, const CancelToken& cancel)
    {
        const auto until = ToolClock::now() + mostTime;
        while (!m_isSilent || !m_process.status()) {
            TRY(cancel.check());
            if (ToolClock::now() >= until)
                return ToolEnd{-1, true, m_said};
            listen();
        }
        const int status = *m_process.status();
        return ToolEnd{WIFEXITED(status) ? WEXITSTATUS(status) : -1, false, m_said};
    }

private:
    void listen()
    {
        pollfd entry{m_isSilent ? -1 : m_pipe.number(), POLLIN, 0};
        if (poll(&entry, 1, static_cast<int>(kToolGlance.count())) <= 0)
            return;
        std::array<char, 4096> some{};
        const ssize_t got = read(m_pipe.number(), some.data(), some.size());
        m_isSilent = got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR);
        if (got > 0)
            m_said.append(some.data(), static_cast<std::size_t>(got));
        if (m_said.size() > 2 * kMostSaid)
            m_said.erase(0, m_said.size() - kMostSaid);
    }

    vision::ChildProcess m_process;
    vision::Descriptor m_pipe;
    std::string m_said;
    bool m_isSilent = false;
};

} // namespace

std::vector<std::string> boxArguments(const ToolRun& run)
{
    std::vector<std::string> arguments = {"--unshare-all", "--unshare-user", "--die-with-parent",
                                          "--new-session", "--cap-drop",     "ALL",
                                          "--ro-bind",     "/usr",           "/usr"};
    for (const char* path : {"/bin", "/lib", "/lib64", "/etc/ld.so.cache"})
        arguments.insert(arguments.end(), {"--ro-bind-try", path, path});
    std::error_code why;
    const fs::path program = fs::weakly_canonical(run.program, why);
    const std::string inBox = words(kToolInBox, "/", run.program.filename().native());
    const std::string start =
        run.subfolder.empty() ? std::string(kToolFolder) : words(kToolFolder, "/", run.subfolder);
    arguments.insert(arguments.end(),
                     {"--dev",
                      "/dev",
                      "--tmpfs",
                      "/tmp",
                      "--ro-bind",
                      program.native(),
                      inBox,
                      "--bind",
                      run.folder.native(),
                      kToolFolder,
                      "--remount-ro",
                      "/",
                      "--chdir",
                      start,
                      "--",
                      "/usr/bin/prlimit",
                      "--core=0",
                      words("--fsize=", kToolFileBytes),
                      words("--as=", kToolAddressBytes),
                      words("--cpu=", kToolCpuSeconds),
                      "--",
                      inBox});
    arguments.insert(arguments.end(), run.arguments.begin(), run.arguments.end());
    return arguments;
}

Result<ToolEnd> runTool(const ToolRun& run, const CancelToken& cancel)
{
    std::error_code why;
    if (!fs::exists(run.program, why))
        return Error(Code::NotFound, words("there is no ", run.program.native()));
    if (!fs::exists(run.box, why))
        return Error(Code::Unsupported,
                     "checks only run shut in by bubblewrap: install the package bubblewrap");
    int ends[2] = {-1, -1};
    if (pipe2(ends, O_CLOEXEC) != 0)
        return systemError(errno, "cannot make a pipe for a check");
    vision::Descriptor ours(ends[0]);
    vision::Descriptor its(ends[1]);
    if (fcntl(ends[0], F_SETFL, O_NONBLOCK) != 0)
        return systemError(errno, "cannot make a pipe for a check");
    vision::ChildPlan plan;
    plan.program = run.box;
    plan.arguments = boxArguments(run);
    plan.environment = toolEnvironment();
    plan.descriptors = {{its.number(), STDOUT_FILENO}, {its.number(), STDERR_FILENO}};
    auto process = TRY(vision::ChildProcess::start(plan));
    its = vision::Descriptor();
    ToolWatch watch(std::move(process), std::move(ours));
    return watch.watch(run.mostTime, cancel);
}

} // namespace tf::works
