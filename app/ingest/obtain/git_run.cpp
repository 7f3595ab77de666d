#include "app/ingest/obtain/git_run.h"

#include "app/ingest/obtain/git_words.h"
#include "kernels/base/system_error.h"
#include "kernels/base/words.h"
#include "vision/media/child_process.h"
#include "vision/media/descriptor.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tf::ingest {

namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using RunClock = std::chrono::steady_clock;

constexpr milliseconds kRunGlance(10);
constexpr milliseconds kWeighEvery(150);
constexpr milliseconds kTimeToEnd(3000);
constexpr std::size_t kMostSaidBytes = 64 << 10;

/// Files come and go meanwhile: what cannot be seen weighs nothing.
std::int64_t weightOf(const fs::path& folder)
{
    std::int64_t numBytes = 0;
    std::error_code why;
    for (fs::recursive_directory_iterator at(folder, why), end; !why && at != end;
         at.increment(why)) {
        std::error_code gone;
        if (const auto size = at->is_regular_file(gone) ? at->file_size(gone) : 0; !gone)
            numBytes += static_cast<std::int64_t>(size);
    }
    return numBytes;
}

struct SaidPipe {
    vision::Descriptor ours;
    vision::Descriptor its;
};

Result<SaidPipe> makeSaidPipe()
{
    int ends[2] = {-1, -1};
    if (pipe2(ends, O_CLOEXEC) != 0)
        return systemError(errno, "cannot make a pipe for git");
    SaidPipe made{vision::Descriptor(ends[0]), vision::Descriptor(ends[1])};
    if (fcntl(ends[0], F_SETFL, O_NONBLOCK) != 0)
        return systemError(errno, "cannot make a pipe for git");
    return made;
}

class GitRun {
public:
    GitRun(vision::ChildProcess process, vision::Descriptor pipe, const ObtainSink& progress)
        : m_process(std::move(process))
        , m_pipe(std::move(pipe))
        , m_progress(progress)
    {
    }
    /// Ends with its box: the pipe closes when the last process in it is gone.
    ~GitRun()
    {
        m_process.end();
        const auto until = RunClock::now() + kTimeToEnd;
        while (!m_isSilent && RunClock::now() < until)
            listen();
    }
    GitRun(const GitRun&) = delete;
    GitRun& operator=(const GitRun&) = delete;

    Result<GitEnd> watch(const fs::path& place, std::int64_t mostBytes, const CancelToken& cancel)
    {
        auto weighed = RunClock::now();
        while (!m_isSilent || !m_process.status()) {
            TRY(cancel.check());
            listen();
            if (RunClock::now() - weighed < kWeighEvery)
                continue;
            TRY(weigh(place, mostBytes));
            weighed = RunClock::now();
        }
        TRY(weigh(place, mostBytes));
        const int status = *m_process.status();
        if (isCutByLimit(status))
            return tooLarge(mostBytes);
        return GitEnd{WIFEXITED(status) && WEXITSTATUS(status) == 0, m_said};
    }

private:
    static Result<> weigh(const fs::path& place, std::int64_t mostBytes)
    {
        if (weightOf(place) >= mostBytes)
            return tooLarge(mostBytes);
        return {};
    }

    static Error tooLarge(std::int64_t mostBytes)
    {
        return {Code::BadInput,
                words("the repository takes more than ", mostBytes,
                      " bytes; raise the limit if you want it all the same")};
    }

    /// A file of it grew beyond the limit between two looks, and the kernel ended its writer.
    [[nodiscard]] bool isCutByLimit(int status) const
    {
        const auto signal = words("died of signal ", SIGXFSZ);
        return (WIFEXITED(status) && WEXITSTATUS(status) == 128 + SIGXFSZ)
            || m_said.find(signal) != std::string::npos;
    }

    /// What is said until the next glance.
    void listen()
    {
        pollfd entry{m_isSilent ? -1 : m_pipe.number(), POLLIN, 0};
        if (poll(&entry, 1, static_cast<int>(kRunGlance.count())) <= 0)
            return;
        std::array<char, 4096> some{};
        const ssize_t got = read(m_pipe.number(), some.data(), some.size());
        m_isSilent = got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR);
        if (got > 0)
            hear({some.data(), static_cast<std::size_t>(got)});
    }

    void hear(std::string_view more)
    {
        m_said += more;
        m_line += more;
        for (std::size_t end = 0; (end = m_line.find_first_of("\r\n")) != std::string::npos;) {
            if (const auto far = gitProgress(std::string_view(m_line).substr(0, end));
                far && m_progress)
                m_progress(*far);
            m_line.erase(0, end + 1);
        }
        if (m_line.size() > kMostSaidBytes)
            m_line.clear();
        if (m_said.size() > 2 * kMostSaidBytes)
            m_said.erase(0, m_said.size() - kMostSaidBytes);
    }

    vision::ChildProcess m_process;
    vision::Descriptor m_pipe;
    const ObtainSink& m_progress;
    std::string m_said;
    std::string m_line; ///< as far as it is said
    bool m_isSilent = false;
};

} // namespace

Result<GitEnd> runGit(const GitBox& box, const std::vector<std::string>& arguments,
                      const ObtainChoice& choice, const CancelToken& cancel,
                      const ObtainSink& progress)
{
    auto pipe = TRY(makeSaidPipe());
    vision::ChildPlan plan;
    plan.program = choice.boxProgram;
    plan.arguments = boxArguments(box, arguments);
    plan.environment = boxEnvironment(box);
    plan.descriptors = {{pipe.its.number(), STDERR_FILENO}};
    auto process = vision::ChildProcess::start(plan);
    if (!process)
        return Error(Code::Unsupported,
                     words("git only runs shut in by bubblewrap: install the package bubblewrap (",
                           process.error().text, ")"));
    pipe.its = vision::Descriptor();
    GitRun run(std::move(*process), std::move(pipe.ours), progress);
    return run.watch(box.place, choice.mostBytes, cancel);
}

} // namespace tf::ingest
