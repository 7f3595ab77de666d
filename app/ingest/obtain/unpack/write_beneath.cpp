#include "app/ingest/obtain/unpack/write_beneath.h"

#include "kernels/base/system_error.h"
#include "vision/media/descriptor.h"

#include <algorithm>
#include <cerrno>
#include <iterator>

#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace tf::ingest {

namespace {

constexpr std::uint64_t kTruncate = std::uint64_t{1} << 14; ///< level 3; not in Debian 12's header
constexpr std::uint64_t kFileRightsOfLevel[] = {
    0, 0x1FFF, 0x3FFF, 0x7FFF, 0x7FFF, 0xFFFF, // execute … make; refer; truncate; TCP; ioctl
};
constexpr std::int32_t kTcpLevel = 4;
constexpr std::int32_t kScopeLevel = 6;

/// The kernel's struct at its level 6.
struct UnpackRights {
    std::uint64_t files = 0;
    std::uint64_t network = 0;
    std::uint64_t scopes = 0;
};

UnpackRights rightsOfLevel(std::int32_t level)
{
    constexpr auto kLast = static_cast<std::int32_t>(std::size(kFileRightsOfLevel)) - 1;
    UnpackRights rights;
    rights.files = kFileRightsOfLevel[std::min(level, kLast)];
    rights.network = level >= kTcpLevel ? 3 : 0;
    rights.scopes = level >= kScopeLevel ? 3 : 0;
    return rights;
}

} // namespace

Result<std::int32_t> grantWritingBeneath(int folder)
{
    const auto level = static_cast<std::int32_t>(
        syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
    if (level < 1)
        return 0; // not built in, or not switched on
    const auto rights = rightsOfLevel(level);
    const vision::Descriptor ruleset(
        static_cast<int>(syscall(SYS_landlock_create_ruleset, &rights, sizeof rights, 0)));
    if (!ruleset)
        return systemError(errno, "cannot make a Landlock ruleset");
    landlock_path_beneath_attr beneath{};
    beneath.parent_fd = folder;
    beneath.allowed_access = rights.files
        & (LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_WRITE_FILE
           | LANDLOCK_ACCESS_FS_REMOVE_FILE | kTruncate);
    if (syscall(SYS_landlock_add_rule, ruleset.number(), LANDLOCK_RULE_PATH_BENEATH, &beneath, 0)
        != 0)
        return systemError(errno, "cannot grant the target with Landlock");
    if (syscall(SYS_landlock_restrict_self, ruleset.number(), 0) != 0)
        return systemError(errno, "cannot close the files with Landlock");
    return level;
}

} // namespace tf::ingest
