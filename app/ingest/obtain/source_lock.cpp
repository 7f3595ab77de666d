#include "app/ingest/obtain/source_lock.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <cerrno>
#include <chrono>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace tf::ingest {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kLockGlance(20);
constexpr const char* kLock = "lock";

/// Neither taken away nor made anew since it was opened.
bool isStillThere(int file, const fs::path& path)
{
    struct stat opened { };
    struct stat named { };
    return fstat(file, &opened) == 0 && lstat(path.c_str(), &named) == 0
        && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

} // namespace

Result<vision::Descriptor> lockPlaceNow(const fs::path& place)
{
    const auto path = place / kLock;
    vision::Descriptor file(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file && errno == ENOENT)
        return vision::Descriptor();
    if (!file)
        return systemError(errno, words("cannot open ", path.native()));
    if (flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return systemError(errno, "cannot lock a source in the cache");
        return vision::Descriptor();
    }
    return isStillThere(file.number(), path) ? std::move(file) : vision::Descriptor();
}

Result<vision::Descriptor> lockPlace(const fs::path& place, const CancelToken& cancel)
{
    while (true) {
        if (mkdir(place.c_str(), 0700) != 0 && errno != EEXIST)
            return systemError(errno, words("cannot make the folder ", place.native()));
        if (auto file = TRY(lockPlaceNow(place)))
            return file;
        TRY(cancel.check());
        std::this_thread::sleep_for(kLockGlance);
    }
}

Result<> removeLockedPlace(const fs::path& place)
{
    // Last of all: who waits for it finds it gone, and makes a new one.
    if (unlink((place / kLock).c_str()) != 0)
        return systemError(errno, words("cannot remove the lock of ", place.native()));
    // Somebody else may be making it anew already.
    if (rmdir(place.c_str()) != 0 && errno != ENOTEMPTY && errno != ENOENT)
        return systemError(errno, words("cannot remove ", place.native()));
    return {};
}

} // namespace tf::ingest
