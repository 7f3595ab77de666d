#include "app/ingest/obtain/git_source.h"

#include "app/ingest/obtain/git_run.h"
#include "app/ingest/obtain/git_words.h"
#include "app/ingest/obtain/source_folder.h"
#include "kernels/base/words.h"

#include <utility>

namespace tf::ingest {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBundleHead = 1 << 20;

enum class History : std::uint8_t { Last, Whole };

/// What is fetched, and how it is named in words.
struct GitTask {
    std::string from; ///< in the box
    std::string shown;
    std::string ref;
    GitBox box; ///< without its place
};

std::vector<std::string> cloneArguments(const GitTask& task, History history)
{
    std::vector<std::string> arguments = {"clone",       "--progress",      "--bare",
                                          "--template=", "--single-branch", "--no-tags"};
    if (history == History::Last)
        arguments.insert(arguments.end(), {"--depth", "1"});
    if (!task.ref.empty())
        arguments.insert(arguments.end(), {"--branch", task.ref});
    arguments.insert(arguments.end(), {"--", task.from, kPlaceInBox});
    return arguments;
}

/// The branch that HEAD names; empty when it names a commit.
Result<std::string> branchOfHead(const fs::path& repository)
{
    const auto head = TRY(LocalFile::open(repository / "HEAD")).head(kMostBundleHead);
    const std::string_view beginning = "ref: refs/heads/";
    if (!head.starts_with(beginning))
        return std::string();
    const auto end = head.find('\n');
    auto branch = head.substr(beginning.size(), end - beginning.size());
    TRY(checkRef(branch));
    return branch;
}

class Fetching {
public:
    Fetching(const ObtainChoice& choice, const CancelToken& cancel, const ObtainSink& progress)
        : m_choice(choice)
        , m_cancel(cancel)
        , m_progress(progress)
    {
    }

    /// Into an empty folder of the cache.
    Result<std::vector<std::string>> clone(GitTask task, SourceFolder& folder, History history)
    {
        task.box.place = TRY(folder.begin());
        const auto end = TRY(run(task.box, cloneArguments(task, history)));
        if (!end.isFine && history == History::Last && wantsWholeHistory(end.said)) {
            task.box.place = TRY(folder.begin());
            const auto again = TRY(run(task.box, cloneArguments(task, History::Whole)));
            TRY(check(again, task));
            return std::vector<std::string>{
                "the server cannot leave history out, so all of it was fetched"};
        }
        TRY(check(end, task));
        return std::vector<std::string>();
    }

    /// What is new, into a repository that is there; a tag stays what it was.
    Result<> update(GitTask task, const fs::path& repository)
    {
        const auto branch = TRY(branchOfHead(repository));
        if (branch.empty())
            return {};
        task.box.place = repository;
        std::error_code why;
        std::vector<std::string> arguments = {
            words("--git-dir=", kPlaceInBox), "fetch", "--progress", "--force", "--no-tags",
            "--no-recurse-submodules"};
        if (fs::exists(repository / "shallow", why))
            arguments.insert(arguments.end(), {"--depth", "1"});
        arguments.insert(arguments.end(),
                         {"--", task.from, words("+refs/heads/", branch, ":refs/heads/", branch)});
        return check(TRY(run(task.box, arguments)), task);
    }

private:
    Result<GitEnd> run(const GitBox& box, const std::vector<std::string>& arguments) const
    {
        return runGit(box, arguments, m_choice, m_cancel, m_progress);
    }

    static Result<> check(const GitEnd& end, const GitTask& task)
    {
        if (!end.isFine || end.said.find("cloned an empty repository") != std::string::npos)
            return gitError(end.said, task.shown, task.ref);
        return {};
    }

    const ObtainChoice& m_choice;
    const CancelToken& m_cancel;
    const ObtainSink& m_progress;
};

Result<Obtained> obtainedAt(const SourceFolder& folder, NotedSource source, std::string title,
                            std::vector<std::string> notices)
{
    Obtained obtained;
    obtained.use = TRY(folder.use(source));
    obtained.root = folder.root();
    obtained.title = std::move(title);
    obtained.notices = std::move(notices);
    return obtained;
}

Result<> checkReach(const Address& address, const ObtainChoice& choice)
{
    if (!choice.mayReachNetwork && !address.isThisMachine())
        return Error(Code::Denied,
                     words("nothing is fetched from ", address.host,
                           ": the settings keep data on this machine"));
    return {};
}

} // namespace

Result<Obtained> obtainBundle(const LocalFile& bundle, const ObtainChoice& choice,
                              const CancelToken& cancel, const ObtainSink& progress)
{
    GitTask task;
    task.from = kBundleInBox;
    task.shown = bundle.path();
    task.ref = choice.ref.empty() ? TRY(bundleBranch(bundle.head(kMostBundleHead))) : choice.ref;
    task.box.bundle = bundle.path();
    task.box.protocol = "file";
    task.box.mostFileBytes = choice.mostBytes;
    const auto title = fs::path(bundle.path()).stem().native();
    auto folder = TRY(SourceFolder::lock(
        choice.cacheFolder, words("bundle:", choice.ref, ":", bundle.path()), title, cancel));
    if (auto notices = folder.kept(bundle.stamp()); notices && choice.again == Again::Reuse)
        return obtainedAt(folder, NotedSource::Same, title, std::move(*notices));
    // A bundle has no server that could leave history out.
    auto notices =
        TRY(Fetching(choice, cancel, progress).clone(std::move(task), folder, History::Whole));
    TRY(folder.keep(bundle.stamp(), notices));
    return obtainedAt(folder, NotedSource::Changed, title, std::move(notices));
}

Result<Obtained> obtainAddress(const Address& address, const ObtainChoice& choice,
                               const CancelToken& cancel, const ObtainSink& progress)
{
    TRY(checkReach(address, choice));
    GitTask task;
    task.from = address.url;
    task.shown = address.url;
    task.ref = choice.ref;
    task.box.protocol = address.scheme;
    task.box.network = address.isThisMachine() ? BoxNetwork::ThisMachine : BoxNetwork::Any;
    task.box.mostFileBytes = choice.mostBytes;
    if (!choice.caFile.empty())
        task.box.caFile = TRY(LocalFile::open(choice.caFile)).path();
    const auto stamp = words("git ", choice.ref, " ", address.url);
    auto folder = TRY(SourceFolder::lock(choice.cacheFolder, stamp, address.title, cancel));
    Fetching fetching(choice, cancel, progress);
    if (auto notices = folder.kept(stamp)) {
        if (choice.again == Again::Reuse)
            return obtainedAt(folder, NotedSource::Same, address.title, std::move(*notices));
        TRY(fetching.update(task, folder.root()));
        return obtainedAt(folder, NotedSource::Changed, address.title, std::move(*notices));
    }
    auto notices = TRY(fetching.clone(std::move(task), folder, History::Last));
    TRY(folder.keep(stamp, notices));
    return obtainedAt(folder, NotedSource::Changed, address.title, std::move(notices));
}

} // namespace tf::ingest
