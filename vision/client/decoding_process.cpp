#include "vision/client/decoding_process.h"

#include "kernels/base/words.h"
#include "vision/media/messages.h"

#include <csignal>
#include <cstring>
#include <utility>

#include <sys/wait.h>

namespace tf::vision {

namespace {

constexpr int kSocketThere = 3; ///< its number in the process
constexpr auto kTimeToDie = std::chrono::milliseconds(100);

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

DecodingProcess::DecodingProcess(ChildProcess process, Channel channel)
    : m_process(std::move(process))
    , m_channel(std::move(channel))
{
}

Result<DecodingProcess> DecodingProcess::spawn(const std::filesystem::path& program)
{
    auto [here, there] = TRY(Channel::pair());
    ChildPlan plan;
    plan.program = program;
    plan.arguments = {"--socket", words(kSocketThere)};
    plan.descriptors = {{there.descriptor(), kSocketThere}};
    auto process = TRY(ChildProcess::start(plan).because(
        "pictures and clips are decoded by trifold-decode, which must lie beside this program"));
    return DecodingProcess(std::move(process), std::move(here));
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

Error DecodingProcess::causeOfEnd()
{
    // A process whose socket is closed is ending; one that only closed it gets no more time.
    if (const auto status = m_process.statusWithin(kTimeToDie))
        return deathByStatus(*status);
    m_process.end();
    return {Code::Corrupt, "the decoder stopped talking"};
}

} // namespace tf::vision
