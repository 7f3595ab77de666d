#include "tests/app/ingest/reader/hostile_case.h"

#include <QCryptographicHash>

#include <sys/stat.h>
#include <unistd.h>

using tf::ingest::Why;

namespace {

const std::string kWithout = "the folder is taken without git";
const std::string kCommitAlone = "files are compared with the commit alone";

HostileCase head(const std::string& name, const std::string& text)
{
    return {
        "HEAD " + name,
        [text](ScratchFolder& folder, const ScratchFolder&) { folder.write(".git/HEAD", text); },
        kWithout, "a.txt", Why::Included};
}

void circleHead(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    folder.write(".git/refs/heads/main", "ref: refs/heads/other\n");
    folder.write(".git/refs/heads/other", "ref: refs/heads/main\n");
}

void linkHead(ScratchFolder& folder, const ScratchFolder& outside)
{
    folder.remove(".git/HEAD");
    folder.link(outside.path(kSecretName), ".git/HEAD");
}

void pipeHead(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    folder.remove(".git/HEAD");
    mkfifo(folder.path(".git/HEAD").c_str(), 0600);
}

void linkReferences(ScratchFolder& folder, const ScratchFolder& outside)
{
    folder.remove(".git/refs");
    folder.link(outside.path(".git/refs"), ".git/refs");
}

void growPackedReferences(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    folder.remove(".git/refs/heads/main");
    folder.write(".git/packed-refs", "");
    if (truncate(folder.path(".git/packed-refs").c_str(), 1L << 40) != 0)
        qWarning("no sparse file");
}

void pipeSettings(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    folder.remove(".git/config");
    mkfifo(folder.path(".git/config").c_str(), 0600);
}

void growSettings(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    folder.append(".git/config", std::string(10 << 20, '#'));
}

void garbleSettings(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    folder.append(".git/config", "[[[]]=\"\n\xff\x01[a \"\n=\n[core]fsmonitor=x\n");
}

HostileCases heads()
{
    return {
        head("leads up", "ref: ../../../../etc/passwd\n"),
        head("leads up behind refs", "ref: refs/../../../../etc/passwd\n"),
        head("leads to a path of its own", "ref: /etc/passwd\n"),
        head("leads to git's settings", "ref: config\n"),
        head("of zeros", std::string(64, '\0')),
        head("of a megabyte", "ref: refs/heads/" + std::string(1 << 20, 'x')),
        head("with a control character", "ref: refs/heads/ma\rin\n"),
        head("of other bytes", "\xff\xfe\xfd\n"),
        head("with a short name", "0123456789\n"),
        head("with a commit that is not there", std::string(40, 'e') + "\n"),
        {"HEAD leads in a circle", circleHead, "without end", "a.txt", Why::Included},
        {"HEAD is a link outside", linkHead, kWithout, "a.txt", Why::Included},
        {"HEAD is a pipe", pipeHead, kWithout, "a.txt", Why::Included},
        {"references behind a link outside", linkReferences, kWithout, "a.txt", Why::Included},
        {"a packed reference beyond all bounds", growPackedReferences, kWithout, "a.txt",
         Why::Included},
        {"settings that are a pipe", pipeSettings, "settings were not looked at", "a.txt",
         Why::Included},
        {"settings of 10 MB", growSettings, "settings were not looked at", "a.txt", Why::Included},
        {"settings of other bytes", garbleSettings, "core.fsmonitor", "a.txt", Why::Included},
    };
}

std::string bigEndian(std::uint32_t value)
{
    std::string bytes;
    for (const int shift : {24, 16, 8, 0})
        bytes += static_cast<char>(value >> shift & 0xFFU);
    return bytes;
}

std::string withHash(std::string bytes)
{
    const auto hash =
        QCryptographicHash::hash(QByteArray::fromStdString(bytes), QCryptographicHash::Sha1);
    return bytes + hash.toStdString();
}

std::string indexEntry(const std::string& path, std::uint16_t flags = 0)
{
    std::string entry(24, '\0'); // times, device, inode
    entry += bigEndian(0100644) + std::string(12, '\0') + std::string(20, 'x');
    const auto length =
        static_cast<std::uint16_t>(flags | std::min<std::size_t>(path.size(), 0xFFF));
    entry += static_cast<char>(length >> 8U);
    entry += static_cast<char>(length & 0xFFU);
    entry += path;
    return entry + std::string(8 - entry.size() % 8, '\0');
}

std::string indexOf(const std::vector<std::string>& paths)
{
    auto bytes = "DIRC" + bigEndian(2) + bigEndian(static_cast<std::uint32_t>(paths.size()));
    for (const std::string& path : paths)
        bytes += indexEntry(path);
    return withHash(bytes);
}

HostileCase index(const std::string& name, const std::string& bytes, const std::string& notice)
{
    return {
        "index " + name,
        [bytes](ScratchFolder& folder, const ScratchFolder&) { folder.write(".git/index", bytes); },
        notice, "a.txt", Why::Included};
}

void linkIndex(ScratchFolder& folder, const ScratchFolder& outside)
{
    folder.remove(".git/index");
    folder.link(outside.path(".git/index"), ".git/index");
}

void pipeIndex(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    folder.remove(".git/index");
    mkfifo(folder.path(".git/index").c_str(), 0600);
}

void growIndex(ScratchFolder& folder, const ScratchFolder& /*outside*/)
{
    if (truncate(folder.path(".git/index").c_str(), 10L << 30) != 0)
        qWarning("no sparse file");
}

HostileCases indexes()
{
    return {
        index("that promises four billion files",
              withHash("DIRC" + bigEndian(2) + bigEndian(0xFFFFFFFFU)),
              "for which it is too short"),
        index("of another kind", "GARBAGE GARBAGE GARBAGE", kCommitAlone),
        index("of a version to come", withHash("DIRC" + bigEndian(9) + bigEndian(0)), kCommitAlone),
        index("without its hash", "DIRC" + bigEndian(2) + bigEndian(0), kCommitAlone),
        index("that must be joined with another",
              withHash("DIRC" + bigEndian(2) + bigEndian(0) + "link" + bigEndian(20)
                       + std::string(20, 'y')),
              kCommitAlone),
        index("of paths that lead up", indexOf({"../../../etc/passwd", "a.txt"}), ""),
        index("of paths from the root", indexOf({"/etc/passwd"}), ""),
        index("of paths into .git", indexOf({".git/config", ".git/hooks/x"}), ""),
        index("of a path of 4 KB", indexOf({std::string(4000, 'p')}), ""),
        index("of nothing", "", kCommitAlone),
        {"index is a link outside", linkIndex, kCommitAlone, "a.txt", Why::Included},
        {"index is a pipe", pipeIndex, kCommitAlone, "a.txt", Why::Included},
        {"index of 10 GB", growIndex, kCommitAlone, "a.txt", Why::Included},
    };
}

} // namespace

HostileCases hostileReferences()
{
    auto all = heads();
    for (HostileCase& one : indexes())
        all.push_back(std::move(one));
    return all;
}
