#include "app/session/store/store_files.h"

#include "app/session/moment.h"
#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>

namespace tf::session {

namespace {

constexpr std::size_t kStampBytes = 16;

bool isNumber(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// What follows the version in "2-20261118T110640Z"; nothing when there is none.
std::string_view withoutVersion(std::string_view name)
{
    const auto dash = name.find('-');
    const bool isVersion =
        dash != 0 && dash != std::string_view::npos && isNumber(name.substr(0, dash));
    return isVersion ? name.substr(dash + 1) : std::string_view();
}

/// What beside() made this name of; nothing when it did not.
std::optional<SetAside> setAsideAs(std::string_view name)
{
    constexpr std::string_view kDamaged = "sessions.db.damaged-";
    constexpr std::string_view kBefore = "sessions.db.before-";
    SetAside aside;
    std::string_view rest;
    if (name.starts_with(kDamaged)) {
        rest = name.substr(kDamaged.size());
    } else if (name.starts_with(kBefore)) {
        aside.why = SetAside::Why::Older;
        rest = withoutVersion(name.substr(kBefore.size()));
    }
    const auto time = momentOf(rest.substr(0, kStampBytes));
    rest.remove_prefix(std::min(kStampBytes, rest.size()));
    const bool isOurs = time && (rest.empty() || (rest[0] == '-' && isNumber(rest.substr(1))));
    if (!isOurs)
        return std::nullopt;
    aside.time = *time;
    return aside;
}

struct FarKind {
    std::uint32_t magic;
    std::string_view name;
};

/// The kernel's numbers of file systems that may reach over a network. Two machines would not see
/// each other's shared memory, even where mapping a file works.
constexpr FarKind kFarKinds[] = {
    {0x6969, "NFS"},      {0xff534d42, "CIFS"},       {0xfe534d42, "SMB"},    {0x517b, "SMB"},
    {0x65735546, "FUSE"}, {0x01021997, "9P"},         {0x00c36400, "Ceph"},   {0x5346414f, "AFS"},
    {0x6b414653, "AFS"},  {0x73757245, "Coda"},       {0x0bd00bd0, "Lustre"}, {0x7461636f, "OCFS2"},
    {0x01161970, "GFS2"}, {0x786f4256, "VirtualBox"}, {0xbacbacbc, "VMware"},
};

/// On any file of a folder, of which nothing is read or written.
bool canShareMemory(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return true; // whoever opens the store says why
    constexpr std::size_t kPage = 4096;
    void* page = ::mmap(nullptr, kPage, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    const bool can = page != MAP_FAILED || (errno != ENODEV && errno != EINVAL);
    if (page != MAP_FAILED)
        ::munmap(page, kPage);
    ::close(descriptor);
    return can;
}

} // namespace

std::string StoreFiles::whyWithoutLog() const
{
    struct statfs system { };
    const bool isKnown = ::statfs(folder.c_str(), &system) == 0;
    for (const FarKind& kind : kFarKinds) {
        if (isKnown && static_cast<std::uint32_t>(system.f_type) == kind.magic)
            return words(folder.native(), " lies on a network file system (", kind.name, ")");
    }
    return canShareMemory(lock())
        ? std::string()
        : words(folder.native(), " lies on a file system without shared memory");
}

std::filesystem::path StoreFiles::beside(std::string_view why) const
{
    const auto name = words(database().native(), ".", why, "-", stampOf(nowMs()));
    std::string free = name;
    const auto isTaken = [&free] { // by a log, too, whose store was gone
        std::error_code ignored;
        return std::filesystem::exists(free, ignored)
            || std::filesystem::exists(free + "-wal", ignored);
    };
    for (int number = 2; isTaken(); ++number)
        free = words(name, "-", number);
    return free;
}

std::vector<SetAside> StoreFiles::setAside() const
{
    constexpr std::string_view kLog = "-wal";
    std::map<std::pair<std::int64_t, std::string>, SetAside> found;
    std::error_code failed;
    for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end;
         at.increment(failed)) {
        std::string name = at->path().filename().native();
        if (name.ends_with(kLog))
            name.resize(name.size() - kLog.size());
        auto aside = setAsideAs(name);
        std::error_code gone;
        const auto bytes = at->file_size(gone);
        if (!aside || gone)
            continue;
        aside->file = folder / name;
        SetAside& one = found.try_emplace({aside->time, name}, *aside).first->second;
        one.bytes += static_cast<std::int64_t>(bytes);
    }
    std::vector<SetAside> asides;
    for (auto& [order, aside] : found)
        asides.push_back(std::move(aside));
    return asides;
}

Result<> StoreFiles::keepNames() const
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool kept = descriptor >= 0 && fsync(descriptor) == 0;
    const int trouble = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!kept) // the disk failed: that does not make a store a damaged one
        return Error{Code::Busy,
                     systemError(trouble, words("cannot keep names in ", folder.native())).text};
    return {};
}

std::filesystem::path defaultStoreFolder()
{
    const char* data = std::getenv("XDG_DATA_HOME");
    if (data != nullptr && *data == '/')
        return std::filesystem::path(data) / "trifold/sessions";
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home == nullptr ? "/" : home) / ".local/share/trifold/sessions";
}

Result<> moveFile(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::rename(from.c_str(), to.c_str()) == 0 || errno == ENOENT)
        return {};
    return systemError(errno, words("cannot rename ", from.native(), " to ", to.native()));
}

} // namespace tf::session
