#include "app/ingest/reader/reading_process.h"

#include "app/ingest/git/stuck_limit.h"
#include "app/ingest/reader/messages.h"
#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

namespace tf::ingest {

namespace {

using vision::Channel;
using vision::Deadline;
using vision::Descriptor;

constexpr auto kTimeToDie = std::chrono::milliseconds(100);
constexpr auto kTimeToGreet = std::chrono::seconds(10);
constexpr auto kCpuToGreet = std::chrono::seconds(5);

/// What the process is given: its socket, the folder, nothing behind the standard streams.
class ReaderFiles {
public:
    ReaderFiles(int socket, int folder)
    {
        posix_spawn_file_actions_init(&m_actions);
        // Not even nothing is opened for writing.
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            posix_spawn_file_actions_addopen(&m_actions, stream, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&m_actions, socket, kReaderSocket);
        posix_spawn_file_actions_adddup2(&m_actions, folder, kReaderFolder);
        posix_spawn_file_actions_addclosefrom_np(&m_actions, kReaderFolder + 1);
        posix_spawn_file_actions_addfchdir_np(&m_actions, kReaderFolder);
    }
    ~ReaderFiles() { posix_spawn_file_actions_destroy(&m_actions); }
    ReaderFiles(const ReaderFiles&) = delete;
    ReaderFiles& operator=(const ReaderFiles&) = delete;

    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions;
};

/// Signals as they are by default, and a session of its own: Ctrl-C on the terminal is for us.
class ReaderAttributes {
public:
    ReaderAttributes()
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
    ~ReaderAttributes() { posix_spawnattr_destroy(&m_attributes); }
    ReaderAttributes(const ReaderAttributes&) = delete;
    ReaderAttributes& operator=(const ReaderAttributes&) = delete;

    [[nodiscard]] const posix_spawnattr_t* get() const { return &m_attributes; }

private:
    posix_spawnattr_t m_attributes;
};

/// Numbers that no dup2 of the file actions can overwrite before it is copied.
Result<Descriptor> outOfTheWay(int descriptor)
{
    Descriptor copy(fcntl(descriptor, F_DUPFD_CLOEXEC, kReaderFolder + 1));
    if (!copy)
        return systemError(errno, "cannot hand a descriptor to the reading process");
    return copy;
}

Error deathByStatus(int status)
{
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        if (signal == SIGSYS)
            return {Code::Corrupt, "it tried something that it may not do, and was stopped"};
        if (signal == SIGXCPU)
            return {Code::Corrupt, "it used up its processor time"};
        return {Code::Corrupt, words("it ended by signal ", signal, " (", strsignal(signal), ")")};
    }
    switch (WEXITSTATUS(status)) {
    case kReaderOutOfMemory:
        return {Code::OutOfMemory, "it needed more memory than it may take"};
    case kStuckExit:
        return {Code::Corrupt, "an object could not be unpacked within a second"};
    case kReaderNoBox:
        return {Code::Unsupported, "it could not shut itself in"};
    default:
        return {Code::Corrupt, words("it ended with code ", WEXITSTATUS(status))};
    }
}

Result<pid_t> spawned(const std::filesystem::path& program, int socket, int folder)
{
    const auto socketCopy = TRY(outOfTheWay(socket));
    const auto folderCopy = TRY(outOfTheWay(folder));
    const ReaderFiles files(socketCopy.number(), folderCopy.number());
    const ReaderAttributes attributes;
    std::string name = program.native();
    std::string option = "--serve";
    char* arguments[] = {name.data(), option.data(), nullptr};
    char* environment[] = {nullptr};
    pid_t id = -1;
    const int why =
        posix_spawn(&id, program.c_str(), files.get(), attributes.get(), arguments, environment);
    if (why != 0)
        return systemError(why, words("cannot start ", program.native()))
            .because("folders are read by trifold-read, which must lie beside this program");
    return id;
}

} // namespace

Result<std::filesystem::path> ReadingProcess::usualProgram()
{
    std::error_code why;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", why);
    if (why)
        return systemError(why.value(), "cannot tell where this program lies");
    return self.parent_path() / "trifold-read";
}

ReadingProcess::ReadingProcess(pid_t id, Channel channel)
    : m_id(id)
    , m_channel(std::move(channel))
{
}

Result<ReadingProcess> ReadingProcess::start(const std::filesystem::path& program, int folder,
                                             const CancelToken& cancel)
{
    auto [here, there] = TRY(Channel::pair());
    const auto id = TRY(spawned(program, there.descriptor(), folder));
    // Only the process itself may hold the other end, so that its death is heard.
    there = Channel(Descriptor());
    ReadingProcess process(id, std::move(here));
    TRY(process.greet(cancel));
    return process;
}

ReadingProcess::ReadingProcess(ReadingProcess&& other) noexcept
    : m_id(std::exchange(other.m_id, -1))
    , m_channel(std::move(other.m_channel))
{
}

ReadingProcess& ReadingProcess::operator=(ReadingProcess&& other) noexcept
{
    std::swap(m_id, other.m_id);
    std::swap(m_channel, other.m_channel);
    return *this;
}

ReadingProcess::~ReadingProcess()
{
    end();
}

void ReadingProcess::end()
{
    if (m_id <= 0)
        return;
    kill(m_id, SIGKILL);
    while (waitpid(m_id, nullptr, 0) < 0 && errno == EINTR) { }
    m_id = -1;
}

Result<> ReadingProcess::greet(const CancelToken& cancel)
{
    allowCpu(kCpuToGreet);
    const auto parcel = m_channel.receive({Deadline::Clock::now() + kTimeToGreet, &cancel});
    if (!parcel && parcel.error().code == Code::Cancelled)
        return Error(parcel.error());
    if (!parcel)
        return causeOfEnd().because("the reading process did not start");
    auto word = TRY(readerAnswerFromBytes(parcel->bytes));
    if (auto* error = std::get_if<Error>(&word))
        return std::move(*error);
    if (!std::holds_alternative<ReaderHello>(word))
        return Error(Code::BadInput, "the reading process did not begin with its greeting");
    return {};
}

void ReadingProcess::allowCpu(std::chrono::seconds more) const
{
    clockid_t clock = 0;
    timespec used{};
    if (m_id <= 0 || clock_getcpuclockid(m_id, &clock) != 0 || clock_gettime(clock, &used) != 0)
        return; // it is ending; whoever waits for it will hear
    const rlimit limit{static_cast<rlim_t>(used.tv_sec + more.count() + 1), RLIM_INFINITY};
    prlimit(m_id, RLIMIT_CPU, &limit, nullptr);
}

Error ReadingProcess::causeOfEnd()
{
    if (m_id <= 0)
        return {Code::Internal, "the reading process has ended before"};
    // A process whose socket is closed is ending; one that only closed it gets no more time.
    const auto until = std::chrono::steady_clock::now() + kTimeToDie;
    do {
        int status = 0;
        if (waitpid(m_id, &status, WNOHANG) == m_id) {
            m_id = -1;
            return deathByStatus(status);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    } while (std::chrono::steady_clock::now() < until);
    end();
    return {Code::Corrupt, "it stopped talking"};
}

} // namespace tf::ingest
