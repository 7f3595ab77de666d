#include "tests/app/ingest/reader/hostile_case.h"

using tf::ingest::Why;

namespace {

const std::string kAlphaHex = "4a58007052a65fbc2fc3f910f2855f45a4058e74"; // of "alpha\n"

/// The commit holds a.txt and one more name that no file may have.
HostileCase badName(const std::string& what, const std::string& name, const std::string& shown,
                    const std::string& mode = "100644")
{
    return {"tree with " + what,
            [name, mode](ScratchFolder& folder, const ScratchFolder&) {
                commitTree(folder,
                           treeEntry("100644", "a.txt", kAlphaHex)
                               + treeEntry(mode, name, kAlphaHex));
            },
            "", shown, Why::BadName};
}

HostileCases names()
{
    return {
        badName("a way up", "..", ".."),
        badName("a way up as a folder", "..", "..", "40000"),
        badName("a way nowhere", ".", "."),
        badName(".GIT", ".GIT", ".GIT"),
        badName(".Git as a folder", ".Git", ".Git", "40000"),
        badName("a short name of .git", "git~1", "git~1"),
        badName("another short name of .git", "GIT~2", "GIT~2"),
        badName(".git and a dot", ".git.", ".git."),
        badName(".git and a space", ".git ", ".git "),
        badName(".git and both", ".git . .", ".git . ."),
        badName("a stream of .git", ".git::$INDEX_ALLOCATION", ".git::$INDEX_ALLOCATION"),
        badName("a stream", "file.txt:$DATA", "file.txt:$DATA"),
        badName(".git with a joiner", ".g\u200cit", ".g\\xe2\\x80\\x8cit"),
        badName("a slash in a name", "../../etc/passwd", "../../etc/passwd"),
        badName("a path from the root", "/etc/passwd", "/etc/passwd"),
        badName("a return in a name", "ev\ril", "ev\\x0dil"),
        badName("an escape in a name", "ev\x1b[31mil", "ev\\x1b[31mil"),
        badName("a name that is not UTF-8", "ev\xff\xfeil", "ev\\xff\\xfeil"),
        badName("a name of 4 KB", std::string(4096, 'n'), std::string(240, 'n') + "…"),
        badName("a dot at the end", "ends.", "ends."),
        badName("a space at the end", "ends ", "ends "),
    };
}

HostileCase shape(const std::string& what, const std::string& bytes, const std::string& notice)
{
    return {"tree " + what,
            [bytes](ScratchFolder& folder, const ScratchFolder&) { commitTree(folder, bytes); },
            notice, "a.txt", Why::Included};
}

void commitName(ScratchFolder& folder, const std::string& commit)
{
    folder.write(".git/refs/heads/main", commit + "\n");
}

std::string makeTree(ScratchFolder& folder, const std::string& bytes)
{
    return folder.git({"hash-object", "-t", "tree", "--literally", "-w", "--stdin"}, bytes);
}

/// Ten to the ninth folders out of ten trees.
void makeTreeBomb(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    std::string below = makeTree(folder, treeEntry("100644", "leaf", kAlphaHex));
    for (int level = 0; level < 8; ++level) {
        std::string bytes;
        for (char name = 'a'; name < 'k'; ++name)
            bytes += treeEntry("40000", std::string(1, name), below);
        below = makeTree(folder, bytes);
    }
    commitTree(folder, treeEntry("40000", "bomb", below));
}

void makeDeepTree(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    std::string below = makeTree(folder, treeEntry("100644", "leaf", kAlphaHex));
    for (int level = 0; level < 132; ++level)
        below = makeTree(folder, treeEntry("40000", "d", below));
    commitTree(folder, treeEntry("40000", "d", below));
}

HostileCases shapes()
{
    const std::string git = "git cannot be read";
    const auto entry = treeEntry("100644", "a.txt", kAlphaHex);
    return {
        shape("cut off in a name", entry.substr(0, 10), git),
        shape("cut off in an object's name", entry.substr(0, entry.size() - 5), git),
        shape("with a mode that is none", "10064x a.txt" + entry.substr(12), git),
        shape("with a mode that is long", "1000000000644 a.txt" + entry.substr(12), git),
        shape("without a mode", " a.txt" + entry.substr(12), git),
        shape("of zeros", std::string(1000, '\0'), git),
        shape("with a name twice", entry + entry, ""),
        shape("with names that differ in case", entry + treeEntry("100644", "A.TXT", kAlphaHex),
              ""),
        shape("whose folder is a file", entry + treeEntry("40000", "f", kAlphaHex), git),
        shape("whose folder is not there", entry + treeEntry("40000", "f", std::string(40, '9')),
              git),
        shape("with a submodule that is none", entry + treeEntry("160000", "folder", kAlphaHex),
              ""),
        {"tree bomb", makeTreeBomb, "the same folder more than 1000 times", "a.txt", Why::Included},
        {"tree of 133 folders in folders", makeDeepTree, "folders in folders", "a.txt",
         Why::Included},
        {"commit without a tree",
         [](ScratchFolder& folder, const ScratchFolder&) {
             commitName(folder,
                        folder.git({"hash-object", "-t", "commit", "--literally", "-w", "--stdin"},
                                   "no tree\n"));
         },
         git, "a.txt", Why::Included},
        {"commit that is a blob",
         [](ScratchFolder& folder, const ScratchFolder&) { commitName(folder, kAlphaHex); }, git,
         "a.txt", Why::Included},
        {"commit whose tree is a blob",
         [](ScratchFolder& folder, const ScratchFolder&) {
             commitName(folder,
                        folder.git({"hash-object", "-t", "commit", "--literally", "-w", "--stdin"},
                                   "tree " + kAlphaHex + "\n"));
         },
         git, "a.txt", Why::Included},
    };
}

} // namespace

void commitTree(ScratchFolder& folder, const std::string& bytes)
{
    const auto tree = makeTree(folder, bytes);
    commitName(folder,
               folder.git({"hash-object", "-t", "commit", "--literally", "-w", "--stdin"},
                          "tree " + tree
                              + "\nauthor A <a@example.org> 1 +0000\n"
                                "committer A <a@example.org> 1 +0000\n\nx\n"));
}

std::string treeEntry(const std::string& mode, const std::string& name, const std::string& hex)
{
    return mode + ' ' + name + '\0' + fromHex(hex);
}

std::string fromHex(const std::string& hex)
{
    return QByteArray::fromHex(QByteArray::fromStdString(hex)).toStdString();
}

HostileCases hostileTrees()
{
    auto all = names();
    for (HostileCase& one : shapes())
        all.push_back(std::move(one));
    return all;
}
