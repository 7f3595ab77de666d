#include "vision/media/source.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tf::vision {

namespace {

/// Its size, or why what stands behind it cannot be a medium.
Result<std::int64_t> regularSize(int descriptor, std::string_view name)
{
    struct stat status = {};
    if (fstat(descriptor, &status) != 0)
        return systemError(errno, words("cannot look at ", name));
    if (!S_ISREG(status.st_mode))
        return Error(Code::BadInput, words(name, " is not a regular file: give a file"));
    return static_cast<std::int64_t>(status.st_size);
}

Result<> writeAll(int descriptor, std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return systemError(errno, "cannot put a medium into memory");
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

} // namespace

Source::Source(int descriptor, std::int64_t size)
    : m_descriptor(descriptor)
    , m_size(size)
{
}

Result<Source> Source::open(const std::filesystem::path& path)
{
    // O_NONBLOCK: opening a pipe must not wait for a writer; it has no effect on regular files.
    Source source(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK), 0);
    if (source.m_descriptor < 0)
        return systemError(errno, words("cannot open ", path.native()));
    source.m_size = TRY(regularSize(source.m_descriptor, path.native()));
    return source;
}

Result<Source> Source::fromBytes(std::span<const std::byte> bytes)
{
    Source source(memfd_create("trifold-medium", MFD_CLOEXEC | MFD_ALLOW_SEALING), 0);
    if (source.m_descriptor < 0)
        return systemError(errno, "cannot put a medium into memory");
    TRY(writeAll(source.m_descriptor, bytes));
    // Whoever decodes it later may trust that it stays as it is.
    const int seals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
    if (fcntl(source.m_descriptor, F_ADD_SEALS, seals) != 0)
        return systemError(errno, "cannot seal a medium in memory");
    source.m_size = static_cast<std::int64_t>(bytes.size());
    return source;
}

Result<Source> Source::fromDescriptor(int descriptor)
{
    Source source(descriptor, 0);
    source.m_size = TRY(regularSize(descriptor, "the descriptor of a medium"));
    return source;
}

Source::Source(Source&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_size(std::exchange(other.m_size, 0))
{
}

Source& Source::operator=(Source&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_size, other.m_size);
    return *this;
}

Source::~Source()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<std::size_t> Source::readAt(std::int64_t offset, std::span<std::byte> to) const
{
    if (offset < 0)
        return Error(Code::BadInput, words("a medium has no byte ", offset));
    std::size_t numRead = 0;
    while (numRead < to.size()) {
        const ssize_t got = pread(m_descriptor, to.data() + numRead, to.size() - numRead,
                                  static_cast<off_t>(offset + static_cast<std::int64_t>(numRead)));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(errno, words("cannot read a medium at byte ", offset));
        if (got == 0)
            break;
        numRead += static_cast<std::size_t>(got);
    }
    return numRead;
}

} // namespace tf::vision
