#include "tests/app/session/faults/fuse_folder.h"

#include "kernels/base/words.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/fuse.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

namespace tf::test {

namespace {

constexpr std::size_t kMostWriteBytes = std::size_t(128) << 10;

template <class T>
std::span<const char> bytesOf(const T& value)
{
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

/// 0, or the negative number of what went wrong.
int done(int result)
{
    return result < 0 ? -errno : 0;
}

fuse_attr attributesOf(const struct stat& status)
{
    fuse_attr out{};
    out.ino = status.st_ino;
    out.size = static_cast<std::uint64_t>(status.st_size);
    out.blocks = static_cast<std::uint64_t>(status.st_blocks);
    out.atime = static_cast<std::uint64_t>(status.st_atim.tv_sec);
    out.mtime = static_cast<std::uint64_t>(status.st_mtim.tv_sec);
    out.ctime = static_cast<std::uint64_t>(status.st_ctim.tv_sec);
    out.mtimensec = static_cast<std::uint32_t>(status.st_mtim.tv_nsec);
    out.mode = status.st_mode;
    out.nlink = static_cast<std::uint32_t>(status.st_nlink);
    out.blksize = 4096;
    return out;
}

} // namespace

struct FuseFolder::Call {
    fuse_in_header head;
    std::vector<char> bytes;

    template <class T>
    [[nodiscard]] T as() const
    {
        T out{};
        std::memcpy(&out, bytes.data(), std::min(sizeof out, bytes.size()));
        return out;
    }
    /// The text behind a head of so many bytes.
    [[nodiscard]] std::string name(std::size_t headBytes) const
    {
        return bytes.data() + std::min(headBytes, bytes.size() - 1);
    }
};

FuseFolder::FuseFolder(std::filesystem::path behind, std::filesystem::path place)
    : m_behind(std::move(behind))
    , m_place(std::move(place))
{
    m_paths[FUSE_ROOT_ID] = m_behind;
    m_device = ::open("/dev/fuse", O_RDWR | O_CLOEXEC);
    const std::string options = words("fd=", m_device, ",rootmode=40000,user_id=0,group_id=0");
    m_isMounted = m_device >= 0
        && ::mount("trifold-test", m_place.c_str(), "fuse", MS_NOSUID | MS_NODEV, options.c_str())
            == 0;
    if (m_isMounted)
        m_server = std::thread([this] { serve(); });
}

FuseFolder::~FuseFolder()
{
    if (m_isMounted) {
        ::umount2(m_place.c_str(), MNT_DETACH);
        m_server.join();
    }
    if (m_device >= 0)
        ::close(m_device);
}

void FuseFolder::serve() const
{
    std::vector<char> buffer(kMostWriteBytes + 4096);
    for (;;) {
        const auto numBytes = ::read(m_device, buffer.data(), buffer.size());
        if (numBytes < 0 && (errno == EINTR || errno == ENOENT || errno == EAGAIN))
            continue;
        if (numBytes < static_cast<ssize_t>(sizeof(fuse_in_header)))
            return; // unmounted
        Call call{};
        std::memcpy(&call.head, buffer.data(), sizeof call.head);
        call.bytes.assign(buffer.data() + sizeof call.head, buffer.data() + numBytes);
        call.bytes.push_back('\0');
        const_cast<FuseFolder*>(this)->answer(call);
    }
}

void FuseFolder::answer(const Call& call)
{
    int result = -ENOSYS;
    const std::string& path = m_paths[call.head.nodeid];
    switch (call.head.opcode) {
    case FUSE_INIT:
        return begin(call);
    case FUSE_FORGET:
    case FUSE_BATCH_FORGET:
    case FUSE_INTERRUPT:
        return;
    case FUSE_GETATTR:
        result = attributes(call, path);
        break;
    case FUSE_SETATTR:
        result = change(call, path);
        break;
    case FUSE_OPEN:
        result = open(call, path);
        break;
    case FUSE_OPENDIR:
        reply(call, bytesOf(fuse_open_out{}));
        return;
    case FUSE_READDIR:
        result = list(call, path);
        break;
    case FUSE_STATFS:
        reply(call, bytesOf(fuse_statfs_out{}));
        return;
    case FUSE_READ:
    case FUSE_WRITE:
    case FUSE_FSYNC:
    case FUSE_FLUSH:
    case FUSE_RELEASE:
    case FUSE_RELEASEDIR:
    case FUSE_FSYNCDIR:
        result = withFile(call);
        break;
    default:
        result = withName(call);
    }
    if (result < 0)
        refuse(call, -result);
}

void FuseFolder::begin(const Call& call) const
{
    const auto asked = call.as<fuse_init_in>();
    fuse_init_out out{};
    out.major = FUSE_KERNEL_VERSION;
    out.minor = FUSE_KERNEL_MINOR_VERSION;
    out.max_readahead = asked.max_readahead;
    out.flags = asked.flags & FUSE_BIG_WRITES;
    out.max_write = kMostWriteBytes;
    reply(call, bytesOf(out));
}

/// Calls that name something in a folder.
int FuseFolder::withName(const Call& call)
{
    const Node folder = call.head.nodeid;
    switch (call.head.opcode) {
    case FUSE_LOOKUP:
        return look(call, below(folder, call.name(0)));
    case FUSE_CREATE:
        return create(call);
    case FUSE_MKDIR: {
        const std::string path = below(folder, call.name(sizeof(fuse_mkdir_in)));
        const int made = done(::mkdir(path.c_str(), call.as<fuse_mkdir_in>().mode));
        return made < 0 ? made : look(call, path);
    }
    case FUSE_RENAME:
        return move(call, sizeof(fuse_rename_in), call.as<fuse_rename_in>().newdir);
    case FUSE_RENAME2:
        return move(call, sizeof(fuse_rename2_in), call.as<fuse_rename2_in>().newdir);
    case FUSE_UNLINK:
    case FUSE_RMDIR: {
        const std::string path = below(folder, call.name(0));
        const bool isFile = call.head.opcode == FUSE_UNLINK;
        const int gone = done(isFile ? ::unlink(path.c_str()) : ::rmdir(path.c_str()));
        if (gone == 0)
            reply(call, {});
        return gone;
    }
    default:
        return -ENOSYS;
    }
}

int FuseFolder::withFile(const Call& call) const
{
    int result = 0;
    switch (call.head.opcode) {
    case FUSE_READ:
        return read(call);
    case FUSE_WRITE:
        return write(call);
    case FUSE_FSYNC:
        result = done(::fsync(static_cast<int>(call.as<fuse_fsync_in>().fh)));
        break;
    case FUSE_RELEASE:
        result = done(::close(static_cast<int>(call.as<fuse_release_in>().fh)));
        break;
    default:
        break;
    }
    if (result == 0)
        reply(call, {});
    return result;
}

int FuseFolder::look(const Call& call, const std::string& path)
{
    struct stat status { };
    if (::lstat(path.c_str(), &status) != 0)
        return -errno;
    fuse_entry_out out{};
    out.nodeid = nodeOf(path);
    out.attr = attributesOf(status);
    reply(call, bytesOf(out));
    return 0;
}

int FuseFolder::attributes(const Call& call, const std::string& path) const
{
    const auto asked = call.as<fuse_getattr_in>();
    const bool isOpen =
        call.head.opcode == FUSE_GETATTR && (asked.getattr_flags & FUSE_GETATTR_FH) != 0;
    struct stat status { };
    if ((isOpen ? ::fstat(static_cast<int>(asked.fh), &status) : ::lstat(path.c_str(), &status))
        != 0)
        return -errno;
    fuse_attr_out out{};
    out.attr = attributesOf(status);
    reply(call, bytesOf(out));
    return 0;
}

int FuseFolder::change(const Call& call, const std::string& path) const
{
    const auto asked = call.as<fuse_setattr_in>();
    if ((asked.valid & FATTR_SIZE) != 0) {
        const auto size = static_cast<off_t>(asked.size);
        const bool isOpen = (asked.valid & FATTR_FH) != 0;
        if ((isOpen ? ::ftruncate(static_cast<int>(asked.fh), size)
                    : ::truncate(path.c_str(), size))
            != 0)
            return -errno;
    }
    if ((asked.valid & FATTR_MODE) != 0 && ::chmod(path.c_str(), asked.mode & 07777) != 0)
        return -errno;
    return attributes(call, path);
}

int FuseFolder::open(const Call& call, const std::string& path) const
{
    const auto flags = static_cast<int>(call.as<fuse_open_in>().flags);
    const int file = ::open(path.c_str(), (flags & ~(O_CREAT | O_EXCL | O_DIRECT)) | O_CLOEXEC);
    if (file < 0)
        return -errno;
    fuse_open_out out{};
    out.fh = static_cast<std::uint64_t>(file);
    out.open_flags = FOPEN_DIRECT_IO; // no pages are kept, so none can be shared
    reply(call, bytesOf(out));
    return 0;
}

int FuseFolder::create(const Call& call)
{
    const auto asked = call.as<fuse_create_in>();
    const std::string path = below(call.head.nodeid, call.name(sizeof asked));
    const auto flags = static_cast<int>(asked.flags) & ~O_DIRECT;
    const int file = ::open(path.c_str(), flags | O_CREAT | O_CLOEXEC, asked.mode & 07777);
    struct stat status { };
    if (file < 0 || ::fstat(file, &status) != 0)
        return -errno;
    struct Out {
        fuse_entry_out entry;
        fuse_open_out open;
    } out{};
    out.entry.nodeid = nodeOf(path);
    out.entry.attr = attributesOf(status);
    out.open.fh = static_cast<std::uint64_t>(file);
    out.open.open_flags = FOPEN_DIRECT_IO;
    reply(call, bytesOf(out));
    return 0;
}

int FuseFolder::move(const Call& call, std::size_t headBytes, Node newFolder)
{
    const std::string oldName = call.name(headBytes);
    const std::string from = below(call.head.nodeid, oldName);
    const std::string to = below(newFolder, call.name(headBytes + oldName.size() + 1));
    if (::rename(from.c_str(), to.c_str()) != 0)
        return -errno;
    const Node moved = nodeOf(from);
    m_paths[nodeOf(to)].clear();
    m_paths[moved] = to;
    reply(call, {});
    return 0;
}

int FuseFolder::read(const Call& call) const
{
    const auto asked = call.as<fuse_read_in>();
    std::vector<char> bytes(asked.size);
    const auto numBytes = ::pread(static_cast<int>(asked.fh), bytes.data(), bytes.size(),
                                  static_cast<off_t>(asked.offset));
    if (numBytes < 0)
        return -errno;
    reply(call, std::span(bytes).first(static_cast<std::size_t>(numBytes)));
    return 0;
}

int FuseFolder::write(const Call& call) const
{
    const auto asked = call.as<fuse_write_in>();
    const auto numBytes = ::pwrite(static_cast<int>(asked.fh), call.bytes.data() + sizeof asked,
                                   asked.size, static_cast<off_t>(asked.offset));
    if (numBytes < 0)
        return -errno;
    fuse_write_out out{};
    out.size = static_cast<std::uint32_t>(numBytes);
    reply(call, bytesOf(out));
    return 0;
}

/// All of it at the first call; a store's folder is small.
int FuseFolder::list(const Call& call, const std::string& path) const
{
    std::vector<char> out;
    DIR* folder = call.as<fuse_read_in>().offset == 0 ? ::opendir(path.c_str()) : nullptr;
    while (const dirent* entry = folder != nullptr ? ::readdir(folder) : nullptr) {
        const std::string_view name = entry->d_name;
        fuse_dirent head{};
        head.ino = entry->d_ino;
        head.off = out.size() + 1;
        head.namelen = static_cast<std::uint32_t>(name.size());
        head.type = entry->d_type;
        const auto begin = out.size();
        out.resize(begin + FUSE_DIRENT_ALIGN(FUSE_NAME_OFFSET + name.size()));
        std::memcpy(out.data() + begin, &head, FUSE_NAME_OFFSET);
        std::memcpy(out.data() + begin + FUSE_NAME_OFFSET, name.data(), name.size());
    }
    if (folder != nullptr)
        ::closedir(folder);
    reply(call, out);
    return 0;
}

std::string FuseFolder::below(Node folder, std::string_view name) const
{
    return words(m_paths.at(folder), "/", name);
}

FuseFolder::Node FuseFolder::nodeOf(const std::string& path)
{
    for (const auto& [node, known] : m_paths) {
        if (known == path)
            return node;
    }
    m_paths[++m_last] = path;
    return m_last;
}

void FuseFolder::reply(const Call& call, std::span<const char> bytes) const
{
    fuse_out_header head{};
    head.len = static_cast<std::uint32_t>(sizeof head + bytes.size());
    head.unique = call.head.unique;
    const iovec parts[] = {{&head, sizeof head}, {const_cast<char*>(bytes.data()), bytes.size()}};
    (void)!::writev(m_device, parts, bytes.empty() ? 1 : 2);
}

void FuseFolder::refuse(const Call& call, int error) const
{
    fuse_out_header head{};
    head.len = sizeof head;
    head.error = -error;
    head.unique = call.head.unique;
    (void)!::write(m_device, &head, sizeof head);
}

} // namespace tf::test
