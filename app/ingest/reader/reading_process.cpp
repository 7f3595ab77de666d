#include "app/ingest/reader/reading_process.h"

#include "app/ingest/git/stuck_limit.h"
#include "app/ingest/reader/messages.h"
#include "kernels/base/words.h"

#include <csignal>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tf::ingest {

namespace {

using vision::Channel;
using vision::ChildPlan;
using vision::ChildProcess;
using vision::Deadline;
using vision::Descriptor;

constexpr auto kTimeToDie = std::chrono::milliseconds(100);
constexpr auto kTimeToGreet = std::chrono::seconds(10);
constexpr auto kCpuToGreet = std::chrono::seconds(5);

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

Result<ChildProcess> started(const std::filesystem::path& program, int socket, int folder)
{
    // Not even nothing is opened for writing.
    const Descriptor nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    ChildPlan plan;
    plan.program = program;
    plan.arguments = {"--serve"};
    plan.descriptors = {{nothing.number(), STDOUT_FILENO},
                        {nothing.number(), STDERR_FILENO},
                        {socket, kReaderSocket},
                        {folder, kReaderFolder}};
    plan.folderThere = kReaderFolder;
    return ChildProcess::start(plan).because(
        "folders are read by trifold-read, which must lie beside this program");
}

} // namespace

Result<std::filesystem::path> ReadingProcess::usualProgram()
{
    return vision::programBeside("trifold-read");
}

ReadingProcess::ReadingProcess(ChildProcess process, Channel channel)
    : m_process(std::move(process))
    , m_channel(std::move(channel))
{
}

Result<ReadingProcess> ReadingProcess::start(const std::filesystem::path& program, int folder,
                                             const CancelToken& cancel)
{
    auto [here, there] = TRY(Channel::pair());
    auto child = TRY(started(program, there.descriptor(), folder));
    // Only the process itself may hold the other end, so that its death is heard.
    there = Channel(Descriptor());
    ReadingProcess process(std::move(child), std::move(here));
    TRY(process.greet(cancel));
    return process;
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

Error ReadingProcess::causeOfEnd()
{
    // A process whose socket is closed is ending; one that only closed it gets no more time.
    if (const auto status = m_process.statusWithin(kTimeToDie))
        return deathByStatus(*status);
    m_process.end();
    return {Code::Corrupt, "it stopped talking"};
}

} // namespace tf::ingest
