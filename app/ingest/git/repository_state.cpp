#include "app/ingest/git/repository_state.h"

#include "app/ingest/git/config_notices.h"
#include "kernels/base/words.h"

#include <utility>

namespace tf::ingest {

namespace {

constexpr std::int64_t kMostConfigBytes = 1 << 20;
constexpr std::string_view kWithout = "; the folder is taken without git";

bool has(const OpenFolder& folder, const std::string& name, ChildKind kind)
{
    const auto facts = folder.look(name);
    return facts && kindOf(facts->st_mode) == kind;
}

bool hasGitParts(const OpenFolder& folder)
{
    return has(folder, "HEAD", ChildKind::File) && has(folder, "objects", ChildKind::Folder)
        && has(folder, "refs", ChildKind::Folder);
}

/// What .git is, when it is no folder of the root's own.
std::string noticeOfPointer(ChildKind kind)
{
    switch (kind) {
    case ChildKind::File:
        return words(".git is a file that leads to another folder (a linked worktree or a "
                     "submodule), which is not followed",
                     kWithout, "; open the main repository to see it with git");
    case ChildKind::Link:
        return words(".git is a link, which is not followed", kWithout);
    default:
        return words(".git is neither a folder nor a file", kWithout);
    }
}

void add(std::vector<std::string>& notices, std::vector<std::string> more)
{
    for (std::string& notice : more)
        notices.push_back(std::move(notice));
}

/// Settings that are there and not obeyed; an error when without them nothing can be read.
Result<> lookAtSettings(const OpenFolder& git, std::vector<std::string>& notices)
{
    for (const char* name : {"config", "config.worktree"}) {
        const auto text = git.read(name, kMostConfigBytes);
        if (!text && text.error().code == Code::NotFound)
            continue;
        if (!text) {
            notices.push_back(words("git's settings were not looked at: ", text.error().text));
            continue;
        }
        add(notices, configNotices(*text, words(".git/", name)));
        if (saysSha256(*text))
            return Error(Code::Unsupported,
                         "its objects have SHA-256 names, which are not read yet");
        if (saysReftable(*text))
            return Error(Code::Unsupported,
                         "its references are stored as reftable, which is not read yet");
    }
    for (const char* name : {"objects/info/alternates", "objects/info/http-alternates"}) {
        if (git.file(name))
            notices.push_back(words(".git/", name, " was not obeyed: it leads to another place"));
    }
    if (git.file("commondir"))
        return Error(Code::Unsupported,
                     ".git/commondir leads to another folder, which is not "
                     "followed");
    return {};
}

Result<> readParts(const OpenFolder& git, const std::string& path, RepositoryState& state)
{
    TRY(lookAtSettings(git, state.notices));
    state.head = TRY(readHead(git));
    if (state.head.commit) {
        TRY(git.folder("objects"));
        auto store = TRY(ObjectStore::open(path + "/objects"));
        const auto tree = TRY(store.treeOf(*state.head.commit));
        state.committed = TRY(filesOf(store, tree));
    }
    if (auto exclude = git.read("info/exclude", kMostConfigBytes))
        state.exclude = std::move(*exclude);
    auto staged = readStaged(git, path + "/index");
    if (staged)
        state.staged = std::move(*staged);
    else if (staged.error().code != Code::NotFound)
        state.notices.push_back(
            words(staged.error().text, "; files are compared with the commit alone"));
    return {};
}

RepositoryState without(std::vector<std::string> notices)
{
    RepositoryState state;
    state.notices = std::move(notices);
    return state;
}

RepositoryState readKind(const OpenFolder& root, const std::string& path, GitKind kind)
{
    RepositoryState state;
    const auto folder = kind == GitKind::Bare ? std::string(".") : std::string(".git");
    const auto git = root.folder(folder);
    auto done = git ? readParts(*git, kind == GitKind::Bare ? path : path + "/.git", state)
                    : Result<>(git.error());
    if (done) {
        state.kind = kind;
        return state;
    }
    auto notices = std::move(state.notices);
    notices.push_back(words("git cannot be read: ", done.error().text, kWithout));
    return without(std::move(notices));
}

} // namespace

RepositoryState readRepository(const OpenFolder& root, const std::string& path)
{
    const auto facts = root.look(".git");
    if (!facts)
        return hasGitParts(root) ? readKind(root, path, GitKind::Bare) : RepositoryState{};
    if (S_ISDIR(facts->st_mode))
        return readKind(root, path, GitKind::WorkTree);
    return without({noticeOfPointer(kindOf(facts->st_mode))});
}

Result<ObjectStore> objectsOf(const OpenFolder& root, const std::string& path, GitKind kind)
{
    const std::string objects = kind == GitKind::Bare ? "objects" : ".git/objects";
    TRY(root.folder(objects));
    return ObjectStore::open(words(path, '/', objects));
}

} // namespace tf::ingest
