#include "tests/app/ingest/reader/hostile_case.h"

#include <cstdlib>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <unistd.h>

using tf::ingest::Why;

namespace {

HostileCase link(const std::string& what, const std::string& target)
{
    return {"link to " + what,
            [target](ScratchFolder& folder, const ScratchFolder& outside) {
                folder.link(target.empty() ? outside.path() : target, "link");
            },
            "", "link", Why::NotAFile};
}

HostileCase file(const std::string& what, const std::string& name, const std::string& shown)
{
    return {"file with " + what,
            [name](ScratchFolder& folder, const ScratchFolder&) { folder.write(name, "x\n"); }, "",
            shown, Why::BadName};
}

void makeSocket(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto path = folder.path("socket");
    path.copy(static_cast<char*>(address.sun_path), sizeof address.sun_path - 1);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        qWarning("cannot bind %s", path.c_str());
    close(socket);
}

/// Without the right to make a device, a pipe stands for it.
void makeDevice(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    const auto path = folder.path("device");
    if (mknod(path.c_str(), S_IFCHR | 0666, makedev(1, 5)) != 0)
        mkfifo(path.c_str(), 0600);
}

/// Deeper than is walked, and with a path longer than the kernel takes.
void makeDeepFolders(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    const std::string name(100, 'd');
    int here = open(folder.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (int depth = 0; depth < 140; ++depth) {
        mkdirat(here, name.c_str(), 0700);
        const int next = openat(here, name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        close(here);
        here = next;
    }
    close(here);
}

void makeSparse(ScratchFolder& folder, const std::string& name)
{
    folder.write(name, "x");
    if (truncate(folder.path(name).c_str(), 10L << 30) != 0)
        qWarning("no sparse file");
}

void linkInACircle(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    folder.link("two", "one");
    folder.link("one", "two");
}

void linkForTrackedFile(ScratchFolder& folder, const ScratchFolder& outside)
{
    folder.remove("folder/b.txt");
    folder.link(outside.path(kSecretName), "folder/b.txt");
}

void linkForTrackedFolder(ScratchFolder& folder, const ScratchFolder& outside)
{
    folder.remove("folder");
    folder.link(outside.path(), "folder");
}

void linkIgnoreFile(ScratchFolder& folder, const ScratchFolder& outside)
{
    folder.link(outside.path(kSecretName), ".gitignore");
}

void linkOurIgnoreFile(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    folder.link(".trifoldignore", ".trifoldignore");
}

void linkAttributes(ScratchFolder& folder, const ScratchFolder& outside)
{
    folder.link(outside.path(kSecretName), ".gitattributes");
}

HostileCases links()
{
    return {
        link("the folder outside", ""),
        link("home", "/root"),
        link("the root", "/"),
        link("a device", "/dev/zero"),
        link("the kernel's own files", "/proc/self/mem"),
        link("itself", "link"),
        link("the folder above", ".."),
        link("a file of this folder", "a.txt"),
        {"link that goes round", linkInACircle, "", "one", Why::NotAFile},
        {"tracked file that became a link", linkForTrackedFile, "", "folder/b.txt", Why::NotAFile},
        {"tracked folder that became a link", linkForTrackedFolder, "", "folder", Why::NotAFile},
        {"ignore file that is a link outside", linkIgnoreFile, "", ".gitignore", Why::NotAFile},
        {"our ignore file as a link to itself", linkOurIgnoreFile, "", ".trifoldignore",
         Why::NotAFile},
        {"attributes that are a link outside", linkAttributes, "", ".gitattributes", Why::NotAFile},
    };
}

void makePipe(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    mkfifo(folder.path("pipe").c_str(), 0600);
}

void makeIgnorePipe(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    mkfifo(folder.path(".gitignore").c_str(), 0600);
}

void makeTrackedPipe(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    folder.remove("folder/b.txt");
    mkfifo(folder.path("folder/b.txt").c_str(), 0600);
}

void makeBigIgnoreFile(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    folder.write(".gitignore", std::string(10 << 20, '*'));
}

void makeHugeFile(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    makeSparse(folder, "big.txt");
}

void makeHugeTrackedFile(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    makeSparse(folder, "folder/b.txt");
}

void makeHugeIgnoreFile(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    makeSparse(folder, ".gitignore");
}

void closeFolder(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    folder.write("closed/c.txt", "x\n");
    chmod(folder.path("closed").c_str(), 0000);
}

void closeFile(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    folder.write("closed.txt", "x\n");
    chmod(folder.path("closed.txt").c_str(), 0000);
}

void spreadGit(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    folder.write("HEAD", "ref: refs/heads/main\n");
    folder.write("objects/info/alternates", "/\n");
    folder.write("refs/heads/main", std::string(40, 'e') + "\n");
    folder.remove(".git");
}

HostileCases others()
{
    return {
        {"pipe", makePipe, "", "pipe", Why::NotAFile},
        {"socket", makeSocket, "", "socket", Why::NotAFile},
        {"device", makeDevice, "", "device", Why::NotAFile},
        {"ignore file that is a pipe", makeIgnorePipe, "", ".gitignore", Why::NotAFile},
        {"tracked file that became a pipe", makeTrackedPipe, "", "folder/b.txt", Why::NotAFile},
        {"ignore file of 10 MB", makeBigIgnoreFile, ".gitignore was not used", "a.txt",
         Why::Included},
        {"file of 10 GB", makeHugeFile, "", "big.txt", Why::TooBig},
        {"tracked file that became one of 10 GB", makeHugeTrackedFile, "", "folder/b.txt",
         Why::TooBig},
        {"ignore file of 10 GB", makeHugeIgnoreFile, ".gitignore was not used", "a.txt",
         Why::Included},
        {"folders without end", makeDeepFolders, "", "a.txt", Why::Included},
        {"folder that may not be read", closeFolder, "", "closed", Why::Unreadable},
        {"file that may not be read", closeFile, "", "closed.txt", Why::Unreadable},
        {"folder that is only .git elsewhere", spreadGit, "git cannot be read", "a.txt",
         Why::Included},
        file("a return in its name", "ev\ril", "ev\\x0dil"),
        file("a new line in its name", "ev\nil", "ev\\x0ail"),
        file("a name that is not UTF-8", "ev\xff\xfeil", "ev\\xff\\xfeil"),
        file("a space at its name's end", "ends ", "ends "),
        file("the name of git in capitals", ".GIT/config", ".GIT"),
        file("a short name of git", "git~1/config", "git~1"),
        file("a name that joins to git", ".g\u200cit/config", ".g\\xe2\\x80\\x8cit"),
        file("a stream in its name", "file:$DATA", "file:$DATA"),
    };
}

} // namespace

HostileCases hostileFiles()
{
    auto all = links();
    for (HostileCase& one : others())
        all.push_back(std::move(one));
    return all;
}

HostileCases hostileCases()
{
    HostileCases all;
    for (auto* const cases :
         {hostileSettings, hostileReferences, hostileTrees, hostileObjects, hostileFiles}) {
        for (HostileCase& one : cases())
            all.push_back(std::move(one));
    }
    return all;
}

void makeOutside(ScratchFolder& outside)
{
    outside.git({"init", "--quiet", "--initial-branch=main"});
    outside.write(kSecretName, std::string(kSecretContent) + "\n");
    outside.git({"add", "."});
    outside.git({"commit", "--quiet", "-m", "secret"});
}
