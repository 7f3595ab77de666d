#include "app/ingest/count/file_state.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <array>
#include <cerrno>
#include <ctime>

#include <fcntl.h>
#include <sys/stat.h>

#define XXH_INLINE_ALL // NOLINT(*-macro-usage): how this header is told to need no library
#include <xxhash.h>

namespace tf::ingest {

namespace {

/// The coarsest file systems keep times in steps of two seconds.
constexpr std::time_t kSettledAfter = 3;

std::uint64_t nanoseconds(const timespec& time)
{
    constexpr std::uint64_t kPerSecond = 1'000'000'000;
    return static_cast<std::uint64_t>(time.tv_sec) * kPerSecond
        + static_cast<std::uint64_t>(time.tv_nsec);
}

} // namespace

Result<FileStates> FileStates::of(const std::filesystem::path& root)
{
    vision::Descriptor folder(::open(root.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!folder)
        return systemError(errno, words("cannot open ", root.native()));
    std::error_code failed;
    const auto place = std::filesystem::canonical(root, failed);
    const auto& text = failed ? root.native() : place.native();
    return FileStates(std::move(folder), XXH3_64bits(text.data(), text.size()));
}

std::optional<CacheKey> FileStates::state(const std::string& path) const
{
    struct stat status = {};
    if (fstatat(m_folder.number(), path.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0
        || !S_ISREG(status.st_mode) || status.st_mtim.tv_sec + kSettledAfter > std::time(nullptr))
        return std::nullopt;
    const auto pathHash = XXH3_128bits_withSeed(path.data(), path.size(), m_seed);
    const std::array<std::uint64_t, 7> facts{pathHash.low64,
                                             pathHash.high64,
                                             static_cast<std::uint64_t>(status.st_size),
                                             nanoseconds(status.st_mtim),
                                             nanoseconds(status.st_ctim),
                                             static_cast<std::uint64_t>(status.st_ino),
                                             static_cast<std::uint64_t>(status.st_dev)};
    const auto hash = XXH3_128bits_withSeed(facts.data(), sizeof facts, m_seed);
    return CacheKey{hash.low64, hash.high64};
}

} // namespace tf::ingest
