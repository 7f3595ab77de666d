#include "vision/helper/landlock.h"

#include "kernels/base/system_error.h"
#include "vision/media/descriptor.h"

#include <cerrno>
#include <optional>

#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace tf::vision {

namespace {

/// The kernel's struct at its level 6; Debian 12's header ends after the first field.
struct RulesetRights {
    std::uint64_t files = 0;
    std::uint64_t network = 0; ///< level 4
    std::uint64_t scopes = 0; ///< level 6: abstract sockets and signals
};

struct LevelRights {
    std::int32_t level;
    RulesetRights rights; ///< that came with it
};

constexpr std::uint64_t bits(int first, int end)
{
    return (std::uint64_t{1} << end) - (std::uint64_t{1} << first);
}

constexpr std::uint64_t kTruncate = bits(14, 15); ///< level 3; not in Debian 12's header

constexpr LevelRights kLevels[] = {
    {1, {bits(0, 13), 0, 0}}, // execute, read, write, make and remove
    {2, {bits(13, 14), 0, 0}}, // refer
    {3, {kTruncate, 0, 0}},    {4, {0, bits(0, 2), 0}}, // bind and connect TCP
    {5, {bits(15, 16), 0, 0}}, // ioctl of devices
    {6, {0, 0, bits(0, 2)}},
};

/// An older kernel refuses a struct that is longer than its own, unless the rest is zero.
RulesetRights rightsAt(std::int32_t level)
{
    RulesetRights all;
    for (const LevelRights& known : kLevels) {
        if (known.level > level)
            break;
        all.files |= known.rights.files;
        all.network |= known.rights.network;
        all.scopes |= known.rights.scopes;
    }
    return all;
}

constexpr std::uint64_t kReading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kWriting = LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR
    | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE | kTruncate;

struct Grant {
    int folder; ///< open
    std::uint64_t files; ///< rights beneath it, as far as the kernel knows them
};

/// Level 1; the struct is packed.
Result<> addGrant(const Descriptor& ruleset, const Grant& granted, const RulesetRights& handled)
{
    landlock_path_beneath_attr rule{};
    rule.allowed_access = granted.files & handled.files;
    rule.parent_fd = granted.folder;
    if (syscall(SYS_landlock_add_rule, ruleset.number(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0)
        return systemError(errno, "cannot grant a folder with Landlock");
    return {};
}

Result<std::int32_t> closeFilesBut(std::optional<Grant> granted)
{
    const long level =
        syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (level < 1)
        return 0; // not built in, or not switched on
    const auto rights = rightsAt(static_cast<std::int32_t>(level));
    const Descriptor ruleset(
        static_cast<int>(syscall(SYS_landlock_create_ruleset, &rights, sizeof rights, 0)));
    if (!ruleset)
        return systemError(errno, "cannot make a Landlock ruleset");
    if (granted)
        TRY(addGrant(ruleset, *granted, rights));
    if (syscall(SYS_landlock_restrict_self, ruleset.number(), 0) != 0)
        return systemError(errno, "cannot close the files with Landlock");
    return static_cast<std::int32_t>(level);
}

} // namespace

Result<std::int32_t> grantNoFiles()
{
    return closeFilesBut(std::nullopt);
}

Result<std::int32_t> grantReadingBeneath(int folder)
{
    return closeFilesBut(Grant{folder, kReading});
}

Result<std::int32_t> grantWritingBeneath(int folder)
{
    return closeFilesBut(Grant{folder, kWriting});
}

} // namespace tf::vision
