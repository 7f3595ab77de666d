#include "tests/app/ingest/reader/hostile_case.h"

#include <filesystem>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using tf::ingest::Why;

namespace {

HostileCase setting(const std::string& key, const std::string& lines)
{
    return {"setting " + key,
            [lines](ScratchFolder& folder, const ScratchFolder& outside) {
                auto text = lines;
                for (auto at = text.find("OUTSIDE"); at != std::string::npos;
                     at = text.find("OUTSIDE"))
                    text.replace(at, 7, outside.path());
                folder.append(".git/config", text);
                folder.write(".gitattributes", "* filter=evil diff=evil merge=evil\n");
                folder.write("a.txt", "changed\n"); // so that a filter or diff would be asked
            },
            key + " in .git/config was not obeyed", "a.txt", Why::Included};
}

constexpr const char* kRun = "touch OUTSIDE/was-run";

HostileCases settings()
{
    const std::string run = kRun;
    return {
        setting("core.fsmonitor", "[core]\n\tfsmonitor = " + run + "\n"),
        setting("core.hookspath", "[core]\n\thooksPath = OUTSIDE\n"),
        setting("core.sshcommand", "[core]\n\tsshCommand = " + run + "\n"),
        setting("core.gitproxy", "[core]\n\tgitProxy = " + run + "\n"),
        setting("core.pager", "[core]\n\tpager = " + run + "\n"),
        setting("core.editor", "[core]\n\teditor = " + run + "\n"),
        setting("core.askpass", "[core]\n\taskPass = " + run + "\n"),
        setting("core.alternaterefscommand", "[core]\n\talternateRefsCommand = " + run + "\n"),
        setting("core.worktree", "[core]\n\tworktree = OUTSIDE\n"),
        setting("core.attributesfile", "[core]\n\tattributesFile = OUTSIDE/stolen.txt\n"),
        setting("core.excludesfile", "[core]\n\texcludesFile = OUTSIDE/stolen.txt\n"),
        setting("include.path", "[include]\n\tpath = OUTSIDE/.git/config\n"),
        setting("includeif.*.path", "[includeIf \"gitdir:/\"]\n\tpath = OUTSIDE/.git/config\n"),
        setting("url.*.insteadof", "[url \"OUTSIDE\"]\n\tinsteadOf = https://\n"),
        setting("url.*.pushinsteadof", "[url \"OUTSIDE\"]\n\tpushInsteadOf = https://\n"),
        setting("filter.*.clean", "[filter \"evil\"]\n\tclean = " + run + "\n"),
        setting("filter.*.smudge", "[filter \"evil\"]\n\tsmudge = " + run + "\n"),
        setting("filter.*.process", "[filter \"evil\"]\n\tprocess = " + run + "\n"),
        setting("diff.external", "[diff]\n\texternal = " + run + "\n"),
        setting("diff.*.command", "[diff \"evil\"]\n\tcommand = " + run + "\n"),
        setting("diff.*.textconv", "[diff \"evil\"] textconv = " + run + "\n"),
        setting("merge.*.driver", "[merge \"evil\"]\n\tdriver = " + run + "\n"),
        setting("credential.helper", "[credential]\n\thelper = !" + run + "\n"),
        setting("gpg.program", "[gpg]\n\tprogram = " + run + "\n"),
        setting("remote.*.uploadpack", "[remote \"origin\"]\n\tuploadpack = " + run + "\n"),
        setting("submodule.*.update", "[submodule \"x\"]\n\tupdate = !" + run + "\n"),
        setting("uploadpack.packobjectshook", "[uploadpack]\n\tpackObjectsHook = " + run + "\n"),
    };
}

void runHooks(ScratchFolder& folder, const ScratchFolder& outside)
{
    for (const char* name : {"post-index-change", "post-checkout", "pre-commit",
                             "fsmonitor-watchman", "reference-transaction", "query-watchman"}) {
        const std::string path = std::string(".git/hooks/") + name;
        folder.write(path, "#!/bin/sh\ntouch " + outside.path() + "/was-run\n");
        chmod(folder.path(path).c_str(), 0755);
    }
}

void moveGitAway(ScratchFolder& folder)
{
    folder.remove(".git");
}

void bindSocket(const std::string& path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(static_cast<char*>(address.sun_path), sizeof address.sun_path - 1);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        qWarning("cannot bind %s", path.c_str());
    close(socket);
}

void addWorktreeSettings(ScratchFolder& folder, const ScratchFolder& outside)
{
    folder.append(".git/config", "[extensions]\n\tworktreeConfig = true\n");
    folder.write(".git/config.worktree", "[core]\n\tworktree = " + outside.path() + "\n");
}

void leadGitOutside(ScratchFolder& folder, const ScratchFolder& outside)
{
    moveGitAway(folder);
    folder.write(".git", "gitdir: " + outside.path(".git") + "\n");
}

void leadGitToRoot(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    moveGitAway(folder);
    folder.write(".git", "gitdir: /\n");
}

void linkGit(ScratchFolder& folder, const ScratchFolder& outside)
{
    moveGitAway(folder);
    folder.link(outside.path(".git"), ".git");
}

void pipeGit(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    moveGitAway(folder);
    mkfifo(folder.path(".git").c_str(), 0600);
}

void bindGit(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    moveGitAway(folder);
    bindSocket(folder.path(".git"));
}

void leadCommondirOutside(ScratchFolder& folder, const ScratchFolder& outside)
{
    folder.write(".git/commondir", outside.path(".git") + "\n");
}

void addGitdir(ScratchFolder& folder, const ScratchFolder& outside)
{
    folder.write(".git/gitdir", outside.path(".git") + "\n");
}

void takeOthersObjects(ScratchFolder& folder, const ScratchFolder& outside)
{
    folder.write(".git/objects/info/alternates", outside.path(".git/objects") + "\n");
    folder.write(".git/HEAD", outside.read(".git/refs/heads/main"));
}

void takeServersObjects(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    folder.write(".git/objects/info/http-alternates", "http://127.0.0.1:1/\n");
}

void linkObjects(ScratchFolder& folder, const ScratchFolder& outside)
{
    folder.remove(".git/objects");
    folder.link(outside.path(".git/objects"), ".git/objects");
    folder.write(".git/HEAD", outside.read(".git/refs/heads/main"));
}

void linkLooseObjects(ScratchFolder& folder, const ScratchFolder& outside)
{
    const auto name = outside.read(".git/refs/heads/main").substr(0, 2);
    folder.remove(".git/objects/" + name);
    folder.link(outside.path(".git/objects/" + name), ".git/objects/" + name);
    folder.write(".git/HEAD", outside.read(".git/refs/heads/main"));
}

void linkPacks(ScratchFolder& folder, const ScratchFolder& outside)
{
    folder.remove(".git/objects/pack");
    folder.link(outside.path(".git/objects/pack"), ".git/objects/pack");
}

void nestRepository(ScratchFolder& folder, const ScratchFolder& outside)
{
    folder.write("nested/.git/config", "[core]\n\tworktree = " + outside.path() + "\n");
    folder.write("nested/c.txt", "gamma\n");
}

HostileCases pointers()
{
    const std::string without = "the folder is taken without git";
    return {
        {"hooks that would run", runHooks, "", "a.txt", Why::Included},
        {"a second file of settings", addWorktreeSettings,
         "core.worktree in .git/config.worktree was not obeyed", "a.txt", Why::Included},
        {".git is a file that leads outside", leadGitOutside, "which is not followed; " + without,
         "a.txt", Why::Included},
        {".git is a file that leads to the root", leadGitToRoot, without, ".git",
         Why::VersionControl},
        {".git is a link outside", linkGit, ".git is a link, which is not followed", "a.txt",
         Why::Included},
        {".git is a pipe", pipeGit, without, "a.txt", Why::Included},
        {".git is a socket", bindGit, without, "a.txt", Why::Included},
        {"commondir leads outside", leadCommondirOutside, "commondir leads to another folder",
         "a.txt", Why::Included},
        {"a gitdir file in .git", addGitdir, "", "a.txt", Why::Included},
        {"objects of another repository", takeOthersObjects,
         "objects/info/alternates was not obeyed", "a.txt", Why::Included},
        {"objects of another server", takeServersObjects, "http-alternates was not obeyed", "a.txt",
         Why::Included},
        {"objects is a link outside", linkObjects, without, "a.txt", Why::Included},
        {"loose objects behind a link outside", linkLooseObjects, without, "a.txt", Why::Included},
        {"packs behind a link outside", linkPacks, "", "a.txt", Why::Included},
        {"a nested repository with settings", nestRepository, "", "nested/.git",
         Why::VersionControl},
    };
}

} // namespace

HostileCases hostileSettings()
{
    auto all = settings();
    for (HostileCase& one : pointers())
        all.push_back(std::move(one));
    return all;
}
