#include "app/ingest/reader/beneath/open_folder.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace tf::ingest {

namespace {

constexpr int kTimesRead = 3;

/// The kernel's own record of a name in a folder; libc's readdir would need a copy of it.
struct DirectoryRecord {
    std::uint64_t inode;
    std::int64_t offset;
    std::uint16_t numBytes;
    std::uint8_t type;
};
constexpr std::size_t kNameAt = 19; ///< after the type, without padding

Error cannotOpen(int why, const std::string& path)
{
    if (why == ELOOP)
        return {Code::Denied, words(path, " is or lies behind a link, which is not followed")};
    if (why == EXDEV)
        return {Code::Denied, words(path, " lies outside or on another file system")};
    return systemError(why, words("cannot open ", path));
}

std::optional<ChildKind> kindOfRecord(std::uint8_t type)
{
    switch (type) {
    case DT_REG:
        return ChildKind::File;
    case DT_DIR:
        return ChildKind::Folder;
    case DT_LNK:
        return ChildKind::Link;
    case DT_UNKNOWN:
        return std::nullopt;
    default:
        return ChildKind::Special;
    }
}

bool isDots(const char* name)
{
    return std::strcmp(name, ".") == 0 || std::strcmp(name, "..") == 0;
}

} // namespace

OpenFolder::OpenFolder(vision::Descriptor descriptor)
    : m_descriptor(std::move(descriptor))
{
}

Result<OpenFolder> OpenFolder::of(vision::Descriptor descriptor)
{
    struct stat facts { };
    if (fstat(descriptor.number(), &facts) != 0)
        return systemError(errno, "cannot look at the folder");
    if (!S_ISDIR(facts.st_mode))
        return Error(Code::BadInput, "it is no folder");
    return OpenFolder(std::move(descriptor));
}

Result<OpenFolder> OpenFolder::at(const std::string& path)
{
    vision::Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor)
        return systemError(errno, words("cannot open ", path));
    return OpenFolder(std::move(descriptor));
}

Result<OpenFolder> OpenFolder::folder(const std::string& path) const
{
    auto descriptor = openBeneath(m_descriptor.number(), path.c_str(), O_RDONLY | O_DIRECTORY);
    if (!descriptor)
        return cannotOpen(errno, path);
    return OpenFolder(std::move(descriptor));
}

Result<OpenFile> OpenFolder::file(const std::string& path) const
{
    // Looked at first, since opening a device can do things; not waiting, should it be one by then.
    const auto place = openBeneath(m_descriptor.number(), path.c_str(), O_PATH);
    if (!place)
        return cannotOpen(errno, path);
    struct stat facts { };
    if (fstat(place.number(), &facts) != 0)
        return systemError(errno, words("cannot look at ", path));
    if (!S_ISREG(facts.st_mode))
        return Error(Code::BadInput, words(path, " is no file"));
    return seenFile(path);
}

Result<OpenFile> OpenFolder::seenFile(const std::string& path) const
{
    auto descriptor =
        openBeneath(m_descriptor.number(), path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY);
    if (!descriptor)
        return cannotOpen(errno, path);
    return OpenFile::of(std::move(descriptor)).because(path);
}

Result<std::string> OpenFolder::read(const std::string& path, std::int64_t mostBytes) const
{
    for (int numTries = 1;; ++numTries) {
        const auto file = TRY(this->file(path));
        auto bytes = file.whole(mostBytes);
        if (bytes || bytes.error().code != Code::Busy || numTries == kTimesRead)
            return std::move(bytes).because(path);
    }
}

Result<struct stat> OpenFolder::look(const std::string& name) const
{
    struct stat facts { };
    if (fstatat(m_descriptor.number(), name.c_str(), &facts, AT_SYMLINK_NOFOLLOW) != 0)
        return systemError(errno, words("cannot look at ", name));
    return facts;
}

Result<std::vector<Child>> OpenFolder::children(std::size_t most) const
{
    std::vector<Child> children;
    alignas(DirectoryRecord) std::array<char, 32768> buffer;
    if (lseek(m_descriptor.number(), 0, SEEK_SET) != 0)
        return systemError(errno, "cannot list the folder");
    for (;;) {
        const long got =
            syscall(SYS_getdents64, m_descriptor.number(), buffer.data(), buffer.size());
        if (got < 0)
            return systemError(errno, "cannot list the folder");
        if (got == 0)
            return children;
        for (long at = 0; at < got;) {
            DirectoryRecord record{};
            std::memcpy(&record, buffer.data() + at, kNameAt);
            const char* name = buffer.data() + at + kNameAt;
            at += record.numBytes;
            if (isDots(name))
                continue;
            if (children.size() == most)
                return Error(Code::BadInput, words("more than ", most, " names in one folder"));
            const auto kind = kindOfRecord(record.type);
            children.push_back({name, kind ? *kind : kindOf(TRY(look(name)).st_mode)});
        }
    }
}

ChildKind kindOf(mode_t mode)
{
    if (S_ISREG(mode))
        return ChildKind::File;
    if (S_ISDIR(mode))
        return ChildKind::Folder;
    return S_ISLNK(mode) ? ChildKind::Link : ChildKind::Special;
}

vision::Descriptor openBeneath(int folder, const char* path, std::uint64_t flags)
{
    open_how how{};
    how.flags = flags | O_CLOEXEC | O_NOFOLLOW;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_XDEV;
    long number = -1;
    do
        number = syscall(SYS_openat2, folder, path, &how, sizeof how);
    while (number < 0 && (errno == EAGAIN || errno == EINTR));
    return vision::Descriptor(static_cast<int>(number));
}

} // namespace tf::ingest
