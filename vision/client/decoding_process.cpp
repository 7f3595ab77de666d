#include "vision/client/decoding_process.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"
#include "vision/media/messages.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

namespace tf::vision {

namespace {

constexpr int kSocketThere = 3; ///< its number in the process
constexpr auto kTimeToDie = std::chrono::milliseconds(100);

/// What the process is given: its socket, nothing behind the standard streams, no more.
class FileActions {
public:
    explicit FileActions(int socket)
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_adddup2(&m_actions, socket, kSocketThere);
        posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&m_actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addopen(&m_actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addclosefrom_np(&m_actions, kSocketThere + 1);
        posix_spawn_file_actions_addchdir_np(&m_actions, "/");
    }
    ~FileActions() { posix_spawn_file_actions_destroy(&m_actions); }
    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;

    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions;
};

/// Signals as they are by default, and a session of its own: Ctrl-C on the terminal is for us.
class SpawnAttributes {
public:
    SpawnAttributes()
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
    ~SpawnAttributes() { posix_spawnattr_destroy(&m_attributes); }
    SpawnAttributes(const SpawnAttributes&) = delete;
    SpawnAttributes& operator=(const SpawnAttributes&) = delete;

    [[nodiscard]] const posix_spawnattr_t* get() const { return &m_attributes; }

private:
    posix_spawnattr_t m_attributes;
};

Error deathBySignal(int signal)
{
    switch (signal) {
    case SIGSYS:
        return {Code::Corrupt, "the decoder was stopped: it tried something that it may not do"};
    case SIGXCPU:
        return {Code::Corrupt, "the decoder was stopped: it used up its processor time"};
    default:
        return {Code::Corrupt,
                words("the decoder ended by signal ", signal, " (", strsignal(signal), ")")};
    }
}

Error deathByStatus(int status)
{
    if (WIFSIGNALED(status))
        return deathBySignal(WTERMSIG(status));
    switch (WEXITSTATUS(status)) {
    case kDecoderOutOfMemory:
        return {Code::OutOfMemory, "the decoder needed more memory than it may take"};
    case kDecoderTooSlow:
        return {Code::BadInput,
                "the drawing is beyond the limit of 1.5 s of painting; save it as a PNG instead"};
    case kDecoderNoBox:
        return {Code::Unsupported, "the decoder could not shut itself in"};
    default:
        return {Code::Corrupt, words("the decoder ended with code ", WEXITSTATUS(status))};
    }
}

} // namespace

DecodingProcess::DecodingProcess(pid_t id, Channel channel)
    : m_id(id)
    , m_channel(std::move(channel))
{
}

Result<DecodingProcess> DecodingProcess::spawn(const std::filesystem::path& program)
{
    auto [here, there] = TRY(Channel::pair());
    const FileActions actions(there.descriptor());
    const SpawnAttributes attributes;
    std::string words0 = program.native();
    std::string words1 = "--socket";
    std::string words2 = words(kSocketThere);
    char* arguments[] = {words0.data(), words1.data(), words2.data(), nullptr};
    char* environment[] = {nullptr};
    pid_t id = -1;
    const int why =
        posix_spawn(&id, program.c_str(), actions.get(), attributes.get(), arguments, environment);
    if (why != 0)
        return systemError(why, words("cannot start ", program.native()))
            .because("pictures and clips are decoded by trifold-decode, which must lie beside this "
                     "program");
    return DecodingProcess(id, std::move(here));
}

DecodingProcess::DecodingProcess(DecodingProcess&& other) noexcept
    : m_id(std::exchange(other.m_id, -1))
    , m_channel(std::move(other.m_channel))
    , m_isGreeted(other.m_isGreeted)
{
}

DecodingProcess& DecodingProcess::operator=(DecodingProcess&& other) noexcept
{
    std::swap(m_id, other.m_id);
    std::swap(m_channel, other.m_channel);
    std::swap(m_isGreeted, other.m_isGreeted);
    return *this;
}

DecodingProcess::~DecodingProcess()
{
    end();
}

void DecodingProcess::end()
{
    if (m_id < 0)
        return;
    kill(m_id, SIGKILL);
    while (waitpid(m_id, nullptr, 0) < 0 && errno == EINTR) { }
    m_id = -1;
}

Result<> DecodingProcess::greet(const Deadline& deadline)
{
    if (m_isGreeted)
        return {};
    const auto parcel = TRY(m_channel.receive(deadline));
    auto word = TRY(answerFromBytes(parcel.bytes));
    if (auto* error = std::get_if<Error>(&word))
        return std::move(*error);
    if (!std::holds_alternative<Hello>(word))
        return Error(Code::BadInput, "the decoder did not begin with its greeting");
    m_isGreeted = true;
    return {};
}

void DecodingProcess::allowCpu(std::chrono::seconds more) const
{
    clockid_t clock = 0;
    timespec used{};
    if (clock_getcpuclockid(m_id, &clock) != 0 || clock_gettime(clock, &used) != 0)
        return; // it is ending; whoever waits for it will hear
    const rlimit limit{static_cast<rlim_t>(used.tv_sec + more.count() + 1), RLIM_INFINITY};
    prlimit(m_id, RLIMIT_CPU, &limit, nullptr);
}

Error DecodingProcess::causeOfEnd()
{
    // A process whose socket is closed is ending; one that only closed it gets no more time.
    const auto until = std::chrono::steady_clock::now() + kTimeToDie;
    for (;;) {
        int status = 0;
        const pid_t ended = waitpid(m_id, &status, WNOHANG);
        if (ended == m_id) {
            m_id = -1;
            return deathByStatus(status);
        }
        if (std::chrono::steady_clock::now() >= until)
            break;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    end();
    return {Code::Corrupt, "the decoder stopped talking"};
}

} // namespace tf::vision
