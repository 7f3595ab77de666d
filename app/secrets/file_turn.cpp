#include "app/secrets/file_turn.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <cerrno>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace tf::secrets {

Result<FileTurn> FileTurn::take(const std::filesystem::path& file)
{
    const std::string path = file.native() + ".lock";
    FileTurn turn(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600));
    if (turn.m_descriptor < 0)
        return systemError(errno, words("cannot open ", path));
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (::flock(turn.m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return systemError(errno, words("cannot lock ", path));
        if (std::chrono::steady_clock::now() > end)
            return Error{Code::Busy, words("another process is changing it: retry; ", path)};
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return turn;
}

FileTurn::FileTurn(FileTurn&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

FileTurn::~FileTurn()
{
    if (m_descriptor < 0)
        return;
    // A forked child may hold a copy for a moment: closing ours alone would keep the lock.
    ::flock(m_descriptor, LOCK_UN);
    ::close(m_descriptor);
}

} // namespace tf::secrets
