#include "app/ingest/obtain/child_process.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"
#include "vision/media/descriptor.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

namespace tf::ingest {

namespace {

constexpr int kFirstOutOfTheWay = 16;

/// Where each descriptor goes; all others are closed.
class ChildFiles {
public:
    ChildFiles() { posix_spawn_file_actions_init(&m_actions); }
    ~ChildFiles() { posix_spawn_file_actions_destroy(&m_actions); }
    ChildFiles(const ChildFiles&) = delete;
    ChildFiles& operator=(const ChildFiles&) = delete;

    Result<> give(const std::vector<GivenDescriptor>& descriptors)
    {
        int greatest = STDERR_FILENO;
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            posix_spawn_file_actions_addopen(&m_actions, stream, "/dev/null",
                                             stream == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0);
        for (const auto& given : descriptors) {
            // A number that no other dup2 can overwrite before it is copied.
            vision::Descriptor copy(fcntl(given.here, F_DUPFD_CLOEXEC, kFirstOutOfTheWay));
            if (!copy)
                return systemError(errno, "cannot hand over a descriptor");
            posix_spawn_file_actions_adddup2(&m_actions, copy.number(), given.there);
            m_copies.push_back(std::move(copy));
            greatest = std::max(greatest, given.there);
        }
        posix_spawn_file_actions_addclosefrom_np(&m_actions, greatest + 1);
        posix_spawn_file_actions_addchdir_np(&m_actions, "/");
        return {};
    }

    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions;
    std::vector<vision::Descriptor> m_copies;
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
    TRY(files.give(plan.descriptors));
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

int ChildProcess::end()
{
    if (m_id <= 0)
        return m_status;
    kill(m_id, SIGKILL);
    while (waitpid(m_id, &m_status, 0) < 0 && errno == EINTR) { }
    m_id = -1;
    return m_status;
}

} // namespace tf::ingest
