#include "app/session/store/lock.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace tf::session {

namespace {

std::string readAll(int descriptor)
{
    char text[200];
    const auto numBytes = ::pread(descriptor, text, sizeof text, 0);
    return {text, numBytes > 0 ? static_cast<std::size_t>(numBytes) : 0};
}

/// What a store looks like from outside; that of no store is "nothing". A store that was left in
/// good order has no log, or an empty one.
std::string looksOf(const std::filesystem::path& store)
{
    struct stat status { };
    struct stat log { };
    if (::stat(store.c_str(), &status) != 0)
        return "nothing";
    const bool hasLog = ::stat((store.native() + "-wal").c_str(), &log) == 0 && log.st_size != 0;
    return words(status.st_size, " ", status.st_mtim.tv_sec, " ", status.st_mtim.tv_nsec,
                 hasLog ? " log" : "");
}

} // namespace

Result<StoreLock> StoreLock::take(const std::filesystem::path& lockFile,
                                  const std::filesystem::path& store)
{
    StoreLock lock;
    lock.m_store = store;
    lock.m_descriptor = ::open(lockFile.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock.m_descriptor < 0)
        return systemError(errno, words("cannot open ", lockFile.native()));
    if (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) != 0)
        return Error{Code::Busy,
                     words("another Trifold has the sessions open to write: ",
                           readAll(lock.m_descriptor), ", ", lockFile.native())};
    const std::string text = readAll(lock.m_descriptor);
    if (text.starts_with("process "))
        lock.m_left = Left::Killed;
    else if (text != words("left ", looksOf(store))
             && (!text.empty() || looksOf(store) != "nothing"))
        lock.m_left = Left::Touched;
    return lock;
}

StoreLock::StoreLock(StoreLock&& other) noexcept
    : m_store(std::move(other.m_store))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_left(other.m_left)
{
}

StoreLock::~StoreLock()
{
    if (m_descriptor < 0)
        return;
    // A child that this process has forked and that has not started its program yet holds a copy of
    // the descriptor: closing ours alone would leave the store locked.
    ::flock(m_descriptor, LOCK_UN);
    ::close(m_descriptor);
}

Result<> StoreLock::enter() const
{
    return write(words("process ", ::getpid()));
}

Result<> StoreLock::leave() const
{
    return write(words("left ", looksOf(m_store)));
}

Result<> StoreLock::write(const std::string& text) const
{
    const auto size = static_cast<off_t>(text.size());
    if (::pwrite(m_descriptor, text.data(), text.size(), 0) != size
        || ::ftruncate(m_descriptor, size) != 0)
        return systemError(errno, "cannot write the lock beside the store");
    return {};
}

} // namespace tf::session
