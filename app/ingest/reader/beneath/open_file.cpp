#include "app/ingest/reader/beneath/open_file.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <unistd.h>

namespace tf::ingest {

OpenFile::OpenFile(vision::Descriptor descriptor, const struct stat& facts)
    : m_descriptor(std::move(descriptor))
    , m_facts(facts)
{
}

Result<OpenFile> OpenFile::of(vision::Descriptor descriptor)
{
    struct stat facts { };
    if (fstat(descriptor.number(), &facts) != 0)
        return systemError(errno, "cannot look at a file");
    if (!S_ISREG(facts.st_mode))
        return Error(Code::BadInput, "it is no file");
    return OpenFile(std::move(descriptor), facts);
}

Result<std::string> OpenFile::whole(std::int64_t mostBytes) const
{
    if (size() > mostBytes)
        return Error(Code::BadInput,
                     words("it has ", size(), " bytes; at most ", mostBytes, " are read"));
    // One more than it says: a file that grows is noticed, and one of the kernel's own says 0.
    auto bytes = TRY(head(size() + 1));
    if (static_cast<std::int64_t>(bytes.size()) != size() || !isUnchanged())
        return Error(Code::Busy, "it changed while it was read");
    return bytes;
}

Result<std::string> OpenFile::head(std::int64_t numBytes) const
{
    std::string bytes(static_cast<std::size_t>(std::min(numBytes, size() + 1)), '\0');
    ssize_t got = -1;
    do // a file of at most 8 MiB comes at once, or ends earlier
        got = pread(m_descriptor.number(), bytes.data(), bytes.size(), 0);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return systemError(errno, "cannot read it");
    bytes.resize(static_cast<std::size_t>(got));
    return bytes;
}

bool OpenFile::isUnchanged() const
{
    struct stat now { };
    return fstat(m_descriptor.number(), &now) == 0 && isSameState(m_facts, now);
}

bool isSameState(const struct stat& before, const struct stat& after)
{
    const auto same = [](const timespec& one, const timespec& other) {
        return one.tv_sec == other.tv_sec && one.tv_nsec == other.tv_nsec;
    };
    return before.st_size == after.st_size && before.st_ino == after.st_ino
        && before.st_dev == after.st_dev && same(before.st_mtim, after.st_mtim)
        && same(before.st_ctim, after.st_ctim);
}

} // namespace tf::ingest
