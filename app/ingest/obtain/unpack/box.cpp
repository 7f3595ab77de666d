#include "app/ingest/obtain/unpack/box.h"

#include "app/ingest/obtain/unpack/system_calls.h"
#include "vision/helper/landlock.h"
#include "vision/helper/walls.h"

#include <clocale>

#include <unistd.h>

namespace tf::ingest {

namespace {

constexpr std::int64_t kUnpackMemoryBytes = std::int64_t{1} << 30;
constexpr std::int64_t kUnpackCpuSeconds = 600; ///< 2 GB of bzip2 take a third of it
constexpr std::int64_t kUnpackOpenFiles = 16;

Result<> boundUnpacking(std::int64_t mostFileBytes)
{
    vision::ResourceBounds bounds;
    bounds.fileBytes = mostFileBytes;
    bounds.cpuSeconds = kUnpackCpuSeconds;
    bounds.openFiles = kUnpackOpenFiles;
    return vision::boundResources(kUnpackMemoryBytes, bounds);
}

} // namespace

Result<UnpackHello> closeUnpackBox(int target, std::int64_t mostFileBytes)
{
    // Names in UTF-8 are read as such; the locale's files are out of reach later.
    std::setlocale(LC_ALL, "C.UTF-8");
    TRY(vision::raiseWalls());
    UnpackHello hello;
    // Where this user may not have namespaces, Landlock stands alone.
    hello.hasOwnRoot = fchdir(target) == 0 && chroot(".") == 0;
    TRY(boundUnpacking(mostFileBytes));
    hello.landlock = TRY(vision::grantWritingBeneath(target));
    if (hello.landlock == 0 && !hello.hasOwnRoot)
        return Error(Code::Unsupported,
                     "this system has neither Landlock nor namespaces for its users: archives can "
                     "be unpacked safely with one of them");
    TRY(vision::dropCapabilities());
    TRY(filterUnpackCalls());
    return hello;
}

} // namespace tf::ingest
