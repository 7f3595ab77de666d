#include "app/ingest/obtain/unpack/system_calls.h"

#include "vision/helper/call_filter.h"

#include <cerrno>

#include <fcntl.h>

namespace tf::ingest {

namespace {

using vision::ConditionalCall;
using vision::whereEqual;
using vision::whereMasked;

/// Besides what every box allows: making files; where is for Landlock and the process's own root.
constexpr int kUnpackAllowed[] = {
    SCMP_SYS(write),   SCMP_SYS(pwrite64), SCMP_SYS(ftruncate), SCMP_SYS(openat),
    SCMP_SYS(mkdirat), SCMP_SYS(unlinkat), SCMP_SYS(ppoll),
};

} // namespace

Result<> filterUnpackCalls()
{
    const auto byDescriptor = static_cast<std::uint64_t>(AT_EMPTY_PATH);
    const ConditionalCall conditions[] = {
        {SCMP_SYS(newfstatat), SCMP_ACT_ALLOW, whereEqual(3, byDescriptor), "libc's fstat"},
        {SCMP_SYS(newfstatat), SCMP_ACT_ERRNO(EACCES), whereMasked(3, byDescriptor, 0), "names"},
    };
    return vision::filterCalls({kUnpackAllowed, {}, conditions, vision::Threads::None, "unpacked"});
}

} // namespace tf::ingest
