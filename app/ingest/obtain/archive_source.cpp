#include "app/ingest/obtain/archive_source.h"

#include "app/ingest/obtain/local_file.h"
#include "app/ingest/obtain/source_folder.h"
#include "app/ingest/obtain/unpack/messages.h"
#include "kernels/base/system_error.h"
#include "kernels/base/words.h"
#include "vision/media/channel.h"
#include "vision/media/child_process.h"

#include <cerrno>
#include <csignal>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/wait.h>

namespace tf::ingest {

namespace {

namespace fs = std::filesystem;
using vision::Channel;
using vision::Deadline;
using vision::Descriptor;

/// Longest silence; a word is said for every entry and block, but for data that is passed over.
constexpr std::chrono::seconds kUnpackQuiet(60);

Result<fs::path> unpackProgram(const ObtainChoice& choice)
{
    if (!choice.unpackProgram.empty())
        return choice.unpackProgram;
    return vision::programBeside("trifold-unpack");
}

Error unpackDeath(int status)
{
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS)
        return {Code::Corrupt, "unpacking was stopped: it tried something that it may not do"};
    if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
        return {Code::Corrupt, "unpacking was stopped: it used up its processor time"};
    if (WIFSIGNALED(status))
        return {Code::Corrupt,
                words("unpacking ended by signal ", WTERMSIG(status),
                      ": the archive is probably broken")};
    if (WEXITSTATUS(status) == kUnpackOutOfMemory)
        return {Code::OutOfMemory, "unpacking takes more memory than it may"};
    return {Code::Corrupt, words("unpacking ended with code ", WEXITSTATUS(status))};
}

/// One process that unpacks one archive.
class UnpackRun {
public:
    static Result<UnpackRun> start(const fs::path& program, int archive, int target)
    {
        auto [here, there] = TRY(Channel::pair());
        vision::ChildPlan plan;
        plan.program = program;
        plan.arguments = {"--serve"};
        plan.descriptors = {{there.descriptor(), kUnpackSocket},
                            {archive, kUnpackArchive},
                            {target, kUnpackTarget}};
        auto process = TRY(vision::ChildProcess::start(plan).because(
            "archives are unpacked by trifold-unpack, which must lie beside this program"));
        return UnpackRun(std::move(process), std::move(here));
    }

    Result<UnpackDone> run(const UnpackOrder& order, const CancelToken& cancel,
                           const ObtainSink& progress)
    {
        auto sent = m_channel.send(toBytes(order), {}, deadline(cancel));
        if (!sent)
            return lost(std::move(sent).error());
        if (!std::holds_alternative<UnpackHello>(TRY(next(cancel))))
            return Error(Code::Corrupt, "trifold-unpack did not begin with its greeting");
        for (;;) {
            auto word = TRY(next(cancel));
            if (auto* done = std::get_if<UnpackDone>(&word)) {
                tell(progress, done->entries, done->bytes);
                return std::move(*done);
            }
            const auto* far = std::get_if<UnpackProgress>(&word);
            if (far == nullptr)
                return Error(Code::Corrupt, "trifold-unpack says neither how far it is nor an end");
            tell(progress, far->entries, far->bytes);
        }
    }

private:
    UnpackRun(vision::ChildProcess process, Channel channel)
        : m_process(std::move(process))
        , m_channel(std::move(channel))
    {
    }

    static void tell(const ObtainSink& progress, std::int64_t entries, std::int64_t bytes)
    {
        if (progress)
            progress({{}, entries, 0, bytes});
    }

    static Deadline deadline(const CancelToken& cancel)
    {
        return {Deadline::Clock::now() + kUnpackQuiet, &cancel};
    }

    /// What it says next; its error is an error.
    Result<FromUnpack> next(const CancelToken& cancel)
    {
        auto parcel = m_channel.receive(deadline(cancel));
        if (!parcel)
            return lost(std::move(parcel).error());
        auto word = TRY(unpackAnswerFromBytes(parcel->bytes));
        if (auto* error = std::get_if<Error>(&word))
            return std::move(*error);
        return word;
    }

    Error lost(Error why)
    {
        if (why.code == Code::Busy)
            return {Code::Corrupt, "unpacking was stopped: nothing was heard of it for a minute"};
        if (why.code != Code::Network && why.code != Code::NotFound)
            return why;
        // Its end is closed, so it is ending; how is known in a moment.
        for (int numLooks = 0; numLooks < 100; ++numLooks) {
            if (const auto status = m_process.status())
                return unpackDeath(*status);
            usleep(1000);
        }
        return unpackDeath(m_process.end());
    }

    vision::ChildProcess m_process;
    Channel m_channel;
};

/// "name" of name.zip and of name.tar.gz.
std::string archiveTitle(const fs::path& file)
{
    const auto stem = file.stem();
    return (stem.extension() == ".tar" ? stem.stem() : stem).native();
}

/// A lone folder in it is the source, as archives of repositories are made.
Result<Obtained> obtainedFrom(const SourceFolder& folder, NotedSource source, std::string title,
                              std::vector<std::string> notices)
{
    const auto root = folder.root();
    Obtained obtained;
    obtained.use = TRY(folder.use(source));
    obtained.root = root;
    obtained.title = std::move(title);
    obtained.notices = std::move(notices);
    std::error_code why;
    fs::directory_iterator entries(root, why);
    if (why)
        return systemError(why.value(), words("cannot read ", root.native()));
    if (entries == end(entries))
        return obtained;
    const auto first = *entries;
    if (entries.increment(why) == fs::directory_iterator() && first.is_directory(why)) {
        obtained.root = first.path();
        obtained.title = first.path().filename();
    }
    return obtained;
}

} // namespace

Result<Obtained> obtainArchive(const fs::path& file, const ObtainChoice& choice,
                               const CancelToken& cancel, const ObtainSink& progress)
{
    const auto archive = TRY(LocalFile::open(file));
    const auto program = TRY(unpackProgram(choice));
    const auto title = archiveTitle(file);
    auto folder = TRY(
        SourceFolder::lock(choice.cacheFolder, words("archive:", archive.path()), title, cancel));
    if (auto notices = folder.kept(archive.stamp()); notices && choice.again == Again::Reuse)
        return obtainedFrom(folder, NotedSource::Same, title, std::move(*notices));
    const auto place = TRY(folder.begin());
    const Descriptor target(open(place.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    if (!target)
        return systemError(errno, words("cannot open ", place.native()));
    auto run = TRY(UnpackRun::start(program, archive.descriptor(), target.number()));
    const UnpackOrder order{choice.mostBytes, choice.mostEntries, choice.mostRatio};
    auto done = TRY(run.run(order, cancel, progress));
    TRY(folder.keep(archive.stamp(), done.notices));
    return obtainedFrom(folder, NotedSource::Changed, title, std::move(done.notices));
}

} // namespace tf::ingest
