#include "tests/app/session/faults/failing_disk.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstring>

namespace tf::test {

namespace {

/// What the process's disk does; reached from C functions that carry nothing of ours.
struct Disk {
    FaultPlan plan;
    std::atomic<std::int64_t> calls = 0;
    std::atomic<bool> failed = false;
};

Disk& disk()
{
    static Disk one;
    return one;
}

/// True when this call is to fail.
bool failsNow()
{
    Disk& one = disk();
    const auto call = ++one.calls;
    const bool isReached = one.plan.failAt != 0
        && (call == one.plan.failAt
            || (one.plan.lasting == Lasting::FromThenOn && call > one.plan.failAt));
    if (isReached)
        one.failed = true;
    return isReached;
}

int errnoNow()
{
    return disk().plan.fault == Fault::Io ? EIO : ENOSPC;
}

int resultNow(int ioResult)
{
    return disk().plan.fault == Fault::Io ? ioResult : SQLITE_FULL;
}

/// SQLite's own file, behind ours.
struct File {
    sqlite3_file base;
    sqlite3_io_methods methods;
};

sqlite3_file* inner(sqlite3_file* file)
{
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(File));
}

int writeFile(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at)
{
    if (!failsNow())
        return inner(file)->pMethods->xWrite(inner(file), bytes, count, at);
    if (disk().plan.fault == Fault::ShortWrite && count > 1)
        inner(file)->pMethods->xWrite(inner(file), bytes, count / 2, at);
    return resultNow(SQLITE_IOERR_WRITE);
}

int syncFile(sqlite3_file* file, int flags)
{
    return failsNow() ? resultNow(SQLITE_IOERR_FSYNC)
                      : inner(file)->pMethods->xSync(inner(file), flags);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    return failsNow() ? resultNow(SQLITE_IOERR_TRUNCATE)
                      : inner(file)->pMethods->xTruncate(inner(file), size);
}

int mapShared(sqlite3_file* file, int page, int size, int extend, void volatile** out)
{
    return failsNow() ? resultNow(SQLITE_IOERR_SHMMAP)
                      : inner(file)->pMethods->xShmMap(inner(file), page, size, extend, out);
}

/// Everything else goes through as it is.
void passOn(sqlite3_io_methods& methods)
{
    methods.iVersion = disk().plan.sharedMemory == SharedMemory::There ? 2 : 1;
    methods.xClose = [](sqlite3_file* file) { return inner(file)->pMethods->xClose(inner(file)); };
    methods.xRead = [](sqlite3_file* file, void* to, int count, sqlite3_int64 at) {
        return inner(file)->pMethods->xRead(inner(file), to, count, at);
    };
    methods.xFileSize = [](sqlite3_file* file, sqlite3_int64* size) {
        return inner(file)->pMethods->xFileSize(inner(file), size);
    };
    methods.xLock = [](sqlite3_file* file, int lock) {
        return inner(file)->pMethods->xLock(inner(file), lock);
    };
    methods.xUnlock = [](sqlite3_file* file, int lock) {
        return inner(file)->pMethods->xUnlock(inner(file), lock);
    };
    methods.xCheckReservedLock = [](sqlite3_file* file, int* out) {
        return inner(file)->pMethods->xCheckReservedLock(inner(file), out);
    };
    methods.xFileControl = [](sqlite3_file* file, int what, void* with) {
        return inner(file)->pMethods->xFileControl(inner(file), what, with);
    };
    methods.xSectorSize = [](sqlite3_file* file) {
        return inner(file)->pMethods->xSectorSize(inner(file));
    };
    methods.xDeviceCharacteristics = [](sqlite3_file* file) {
        return inner(file)->pMethods->xDeviceCharacteristics(inner(file));
    };
    methods.xShmLock = [](sqlite3_file* file, int offset, int count, int flags) {
        return inner(file)->pMethods->xShmLock(inner(file), offset, count, flags);
    };
    methods.xShmBarrier = [](sqlite3_file* file) {
        inner(file)->pMethods->xShmBarrier(inner(file));
    };
    methods.xShmUnmap = [](sqlite3_file* file, int flag) {
        return inner(file)->pMethods->xShmUnmap(inner(file), flag);
    };
}

sqlite3_vfs* innerVfs(sqlite3_vfs* vfs)
{
    return static_cast<sqlite3_vfs*>(vfs->pAppData);
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    file->pMethods = nullptr;
    if (failsNow())
        return disk().plan.fault == Fault::Io ? SQLITE_CANTOPEN : SQLITE_FULL;
    const int result = innerVfs(vfs)->xOpen(innerVfs(vfs), name, inner(file), flags, outFlags);
    if (inner(file)->pMethods == nullptr)
        return result;
    auto* ours = reinterpret_cast<File*>(file);
    passOn(ours->methods);
    ours->methods.xWrite = writeFile;
    ours->methods.xSync = syncFile;
    ours->methods.xTruncate = truncateFile;
    ours->methods.xShmMap = mapShared;
    file->pMethods = &ours->methods;
    return result;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int sync)
{
    return failsNow() ? resultNow(SQLITE_IOERR_DELETE)
                      : innerVfs(vfs)->xDelete(innerVfs(vfs), name, sync);
}

sqlite3_vfs makeVfs()
{
    sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
    sqlite3_vfs vfs =
        *system; // what is not replaced is the system's, and wants no object of its own
    vfs.zName = "failing";
    vfs.szOsFile = static_cast<int>(sizeof(File)) + system->szOsFile;
    vfs.pAppData = system;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xAccess = [](sqlite3_vfs* own, const char* name, int flags, int* out) {
        return innerVfs(own)->xAccess(innerVfs(own), name, flags, out);
    };
    vfs.xFullPathname = [](sqlite3_vfs* own, const char* name, int size, char* out) {
        return innerVfs(own)->xFullPathname(innerVfs(own), name, size, out);
    };
    return vfs;
}

} // namespace

std::string failingVfs()
{
    static sqlite3_vfs vfs = makeVfs();
    static const int registered = sqlite3_vfs_register(&vfs, 0);
    return registered == SQLITE_OK ? vfs.zName : "";
}

void setFaultPlan(FaultPlan plan)
{
    disk().plan = plan;
    disk().calls = 0;
    disk().failed = false;
}

std::int64_t numDiskCalls()
{
    return disk().calls;
}

bool wasFailed()
{
    return disk().failed;
}

} // namespace tf::test

// The names that the linker's --wrap gives: ours stand before the C library's. NOLINTBEGIN
extern "C" {
int __real_open(const char* path, int flags, ...);
ssize_t __real_write(int descriptor, const void* bytes, size_t count);
ssize_t __real_pwrite(int descriptor, const void* bytes, size_t count, off_t at);
int __real_fsync(int descriptor);
int __real_rename(const char* from, const char* to);

int __wrap_open(const char* path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const int mode = (flags & O_CREAT) != 0 ? va_arg(rest, int) : 0;
    va_end(rest);
    if (tf::test::failsNow()) {
        errno = tf::test::errnoNow();
        return -1;
    }
    return __real_open(path, flags, mode);
}

ssize_t __wrap_write(int descriptor, const void* bytes, size_t count)
{
    if (!tf::test::failsNow())
        return __real_write(descriptor, bytes, count);
    if (tf::test::disk().plan.fault == tf::test::Fault::ShortWrite && count > 1)
        return __real_write(descriptor, bytes, count / 2);
    errno = tf::test::errnoNow();
    return -1;
}

ssize_t __wrap_pwrite(int descriptor, const void* bytes, size_t count, off_t at)
{
    if (!tf::test::failsNow())
        return __real_pwrite(descriptor, bytes, count, at);
    if (tf::test::disk().plan.fault == tf::test::Fault::ShortWrite && count > 1)
        return __real_pwrite(descriptor, bytes, count / 2, at);
    errno = tf::test::errnoNow();
    return -1;
}

int __wrap_fsync(int descriptor)
{
    if (!tf::test::failsNow())
        return __real_fsync(descriptor);
    errno = tf::test::errnoNow();
    return -1;
}

int __wrap_rename(const char* from, const char* to)
{
    if (!tf::test::failsNow())
        return __real_rename(from, to);
    errno = tf::test::errnoNow();
    return -1;
}
}
// NOLINTEND
