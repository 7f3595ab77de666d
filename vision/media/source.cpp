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

Source::Source(Descriptor descriptor, std::int64_t size)
    : m_descriptor(std::move(descriptor))
    , m_size(size)
{
}

Result<Source> Source::open(const std::filesystem::path& path)
{
    // O_NONBLOCK: opening a pipe must not wait for a writer; it has no effect on regular files.
    Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!descriptor)
        return systemError(errno, words("cannot open ", path.native()));
    const auto size = TRY(regularSize(descriptor.number(), path.native()));
    return Source(std::move(descriptor), size);
}

Result<Source> Source::fromBytes(std::span<const std::byte> bytes)
{
    Descriptor memory(memfd_create("trifold-medium", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!memory)
        return systemError(errno, "cannot put a medium into memory");
    TRY(writeAll(memory.number(), bytes));
    // Whoever decodes it later may trust that it stays as it is.
    const int seals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
    if (fcntl(memory.number(), F_ADD_SEALS, seals) != 0)
        return systemError(errno, "cannot seal a medium in memory");
    return Source(std::move(memory), static_cast<std::int64_t>(bytes.size()));
}

Result<Source> Source::fromDescriptor(Descriptor descriptor)
{
    const auto size = TRY(regularSize(descriptor.number(), "the descriptor of a medium"));
    return Source(std::move(descriptor), size);
}

Result<std::size_t> Source::readAt(std::int64_t offset, std::span<std::byte> to) const
{
    if (offset < 0)
        return Error(Code::BadInput, words("a medium has no byte ", offset));
    std::size_t numRead = 0;
    while (numRead < to.size()) {
        const ssize_t got = pread(m_descriptor.number(), to.data() + numRead, to.size() - numRead,
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
