#include "kernels/base/new_file.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tf {

namespace {

/// The name itself is on the disk only when its folder is.
Result<> syncFolderOf(const std::filesystem::path& path)
{
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return systemError(errno, words("cannot open folder ", folder.native()));
    const int failed = fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (failed != 0)
        return systemError(failed, words("cannot write folder ", folder.native()));
    return {};
}

} // namespace

Result<NewFile> NewFile::create(const std::filesystem::path& path)
{
    NewFile file;
    file.m_path = path;
    file.m_temporaryPath = path.native() + ".XXXXXX";
    file.m_descriptor = mkostemp(file.m_temporaryPath.data(), O_CLOEXEC);
    if (file.m_descriptor < 0)
        return systemError(errno, words("cannot write beside ", path.native()));
    return file;
}

Result<NewFile> NewFile::createPrivate(const std::filesystem::path& path)
{
    auto file = TRY(create(path));
    file.m_mode = 0600;
    return file;
}

NewFile::NewFile(NewFile&& other) noexcept
    : m_path(std::exchange(other.m_path, {}))
    , m_temporaryPath(std::exchange(other.m_temporaryPath, {}))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_mode(other.m_mode)
    , m_numWritten(other.m_numWritten)
{
}

NewFile::~NewFile()
{
    if (m_descriptor < 0)
        return;
    ::close(m_descriptor);
    ::unlink(m_temporaryPath.c_str());
}

Result<> NewFile::reserve(std::uint64_t numBytes) const
{
    // Not posix_fallocate(): where the file system cannot, that writes every block.
    if (fallocate(m_descriptor, FALLOC_FL_KEEP_SIZE, 0, static_cast<off_t>(numBytes)) != 0
        && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG))
        return systemError(errno, words("no room for ", numBytes, " bytes of ", m_path.native()));
    return {};
}

Result<> NewFile::append(std::span<const std::byte> bytes)
{
    TRY(writeAt(m_numWritten, bytes));
    m_numWritten += bytes.size();
    return {};
}

Result<> NewFile::writeAt(std::uint64_t offset, std::span<const std::byte> bytes) const
{
    while (!bytes.empty()) {
        const auto numWritten =
            pwrite(m_descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (numWritten < 0 && errno == EINTR)
            continue;
        if (numWritten < 0)
            return systemError(errno, words("cannot write ", m_temporaryPath));
        bytes = bytes.subspan(static_cast<std::size_t>(numWritten));
        offset += static_cast<std::uint64_t>(numWritten);
    }
    return {};
}

Result<> NewFile::moveIntoPlace(Durability durability)
{
    if (fchmod(m_descriptor, m_mode) != 0)
        return systemError(errno, words("cannot set the rights of ", m_temporaryPath));
    if (durability == Durability::Safe && fsync(m_descriptor) != 0)
        return systemError(errno, words("cannot write ", m_temporaryPath));
    if (::rename(m_temporaryPath.c_str(), m_path.c_str()) != 0)
        return systemError(errno, words("cannot move into place ", m_path.native()));
    ::close(std::exchange(m_descriptor, -1));
    if (durability == Durability::Safe)
        return syncFolderOf(m_path);
    return {};
}

} // namespace tf
