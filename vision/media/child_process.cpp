#include "vision/media/child_process.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"
#include "vision/media/descriptor.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

namespace tf::vision {

namespace {

constexpr int kFirstOutOfTheWay = 16;

/// Where each descriptor goes; all others are closed.
class ChildFiles {
public:
    ChildFiles() { posix_spawn_file_actions_init(&m_actions); }
    ~ChildFiles() { posix_spawn_file_actions_destroy(&m_actions); }
    ChildFiles(const ChildFiles&) = delete;
    ChildFiles& operator=(const ChildFiles&) = delete;

    Result<> give(const ChildPlan& plan)
    {
        int greatest = STDERR_FILENO;
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            giveNothing(stream, plan.descriptors);
        for (const auto& given : plan.descriptors) {
            // A number that no other dup2 can overwrite before it is copied.
            Descriptor copy(fcntl(given.here, F_DUPFD_CLOEXEC, kFirstOutOfTheWay));
            if (!copy)
                return systemError(errno, "cannot hand over a descriptor");
            posix_spawn_file_actions_adddup2(&m_actions, copy.number(), given.there);
            m_copies.push_back(std::move(copy));
            greatest = std::max(greatest, given.there);
        }
        posix_spawn_file_actions_addclosefrom_np(&m_actions, greatest + 1);
        if (plan.folderThere >= 0)
            posix_spawn_file_actions_addfchdir_np(&m_actions, plan.folderThere);
        else
            posix_spawn_file_actions_addchdir_np(&m_actions, "/");
        return {};
    }

    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &m_actions; }

private:
    /// Unless it is given something.
    void giveNothing(int stream, const std::vector<GivenDescriptor>& descriptors)
    {
        const bool isGiven =
            std::any_of(descriptors.begin(), descriptors.end(),
                        [stream](const GivenDescriptor& given) { return given.there == stream; });
        if (!isGiven)
            posix_spawn_file_actions_addopen(&m_actions, stream, "/dev/null",
                                             stream == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0);
    }

    posix_spawn_file_actions_t m_actions;
    std::vector<Descriptor> m_copies;
};

class ChildAttributes {
public:
    ChildAttributes()
    {
        posix_spawnattr_init(&m_attributes);
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        posix_spawnattr_setsigdefault(&m_attributes, &all);
        posix_spawnattr_setflags(&m_attributes,
                                 static_cast<short>(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
                                                    | POSIX_SPAWN_SETSID));
    }
    ~ChildAttributes() { posix_spawnattr_destroy(&m_attributes); }
    ChildAttributes(const ChildAttributes&) = delete;
    ChildAttributes& operator=(const ChildAttributes&) = delete;

    [[nodiscard]] const posix_spawnattr_t* get() const { return &m_attributes; }

private:
    posix_spawnattr_t m_attributes;
};

/// As exec wants them; `texts` must outlive it.
std::vector<char*> pointersTo(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

Result<ChildProcess> ChildProcess::start(const ChildPlan& plan)
{
    ChildFiles files;
    TRY(files.give(plan));
    const ChildAttributes attributes;
    std::vector<std::string> argumentTexts = plan.arguments;
    argumentTexts.insert(argumentTexts.begin(), plan.program.native());
    std::vector<std::string> environmentTexts = plan.environment;
    const auto arguments = pointersTo(argumentTexts);
    const auto environment = pointersTo(environmentTexts);
    pid_t id = -1;
    const int why = posix_spawn(&id, plan.program.c_str(), files.get(), attributes.get(),
                                arguments.data(), environment.data());
    if (why != 0)
        return systemError(why, words("cannot start ", plan.program.native()));
    return ChildProcess(id);
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : m_id(std::exchange(other.m_id, -1))
    , m_status(other.m_status)
{
}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept
{
    std::swap(m_id, other.m_id);
    std::swap(m_status, other.m_status);
    return *this;
}

ChildProcess::~ChildProcess()
{
    end();
}

std::optional<int> ChildProcess::status()
{
    if (m_id > 0) {
        if (waitpid(m_id, &m_status, WNOHANG) != m_id)
            return std::nullopt;
        m_id = -1;
    }
    return m_status;
}

std::optional<int> ChildProcess::statusWithin(std::chrono::milliseconds time)
{
    const auto until = std::chrono::steady_clock::now() + time;
    for (;;) {
        const auto now = status();
        if (now || std::chrono::steady_clock::now() >= until)
            return now;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

void ChildProcess::allowCpu(std::chrono::seconds more) const
{
    clockid_t clock = 0;
    timespec used{};
    if (m_id <= 0 || clock_getcpuclockid(m_id, &clock) != 0 || clock_gettime(clock, &used) != 0)
        return; // it is ending; whoever waits for it will hear
    const rlimit limit{static_cast<rlim_t>(used.tv_sec + more.count() + 1), RLIM_INFINITY};
    prlimit(m_id, RLIMIT_CPU, &limit, nullptr);
}

int ChildProcess::end()
{
    if (m_id <= 0)
        return m_status;
    kill(m_id, SIGKILL);
    while (waitpid(m_id, &m_status, 0) < 0 && errno == EINTR) { }
    m_id = -1;
    return m_status;
}

Result<std::filesystem::path> programBeside(std::string_view name)
{
    std::error_code why;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", why);
    if (why)
        return systemError(why.value(), "cannot tell where this program lies");
    return self.parent_path() / name;
}

} // namespace tf::vision
