// How libgit2 opens files in this process: by these functions instead of libc's.
//
// A path is followed beneath the folder that this process was given and nowhere else, for reading
// alone, whatever links lie in its way. The program exports them, and its definitions come before a
// library's when symbols are bound.

#include "app/ingest/reader/beneath/open_folder.h"
#include "app/ingest/reader/messages.h"

#include <cerrno>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

namespace {

using tf::ingest::kReaderFolder;
using tf::ingest::openBeneath;

int lookBeneath(const char* path, struct stat* facts)
{
    const auto place = openBeneath(kReaderFolder, path, O_PATH);
    return place ? fstat(place.number(), facts) : -1;
}

} // namespace

// Named for the linker, since the headers wrap some of the real names; seen by libraries.
#pragma GCC visibility push(default)
extern "C" {

int beneathOpen(const char* path, int flags, ...) __asm__("open");
int beneathStat(const char* path, struct stat* facts) __asm__("stat");
int beneathLstat(const char* path, struct stat* facts) __asm__("lstat");
int beneathAccess(const char* path, int mode) __asm__("access");
DIR* beneathOpendir(const char* path) __asm__("opendir");
ssize_t beneathReadlink(const char* path, char* to, size_t size) __asm__("readlink");
char* beneathRealpath(const char* path, char* to) __asm__("realpath");

int beneathOpen(const char* path, int flags, ...)
{
    struct stat facts { };
    if ((flags & (O_ACCMODE | O_CREAT | O_TRUNC)) != O_RDONLY) {
        errno = EACCES;
        return -1;
    }
    if (lookBeneath(path, &facts) != 0)
        return -1;
    if (!S_ISREG(facts.st_mode) && !S_ISDIR(facts.st_mode)) {
        errno = EACCES;
        return -1;
    }
    return openBeneath(kReaderFolder, path, O_RDONLY | O_NONBLOCK | O_NOCTTY).release();
}

int beneathStat(const char* path, struct stat* facts)
{
    return lookBeneath(path, facts);
}

int beneathLstat(const char* path, struct stat* facts)
{
    return lookBeneath(path, facts);
}

int beneathAccess(const char* path, int mode)
{
    struct stat facts { };
    if ((mode & W_OK) == 0)
        return lookBeneath(path, &facts);
    errno = EACCES;
    return -1;
}

DIR* beneathOpendir(const char* path)
{
    auto folder = openBeneath(kReaderFolder, path, O_RDONLY | O_DIRECTORY);
    return folder ? fdopendir(folder.release()) : nullptr;
}

ssize_t beneathReadlink(const char* /*path*/, char* /*to*/, size_t /*size*/)
{
    errno = EACCES;
    return -1;
}

char* beneathRealpath(const char* /*path*/, char* /*to*/)
{
    errno = EACCES;
    return nullptr;
}

} // extern "C"
#pragma GCC visibility pop
