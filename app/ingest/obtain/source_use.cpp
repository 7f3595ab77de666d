#include "app/ingest/obtain/source_use.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace tf::ingest {

namespace {

namespace fs = std::filesystem;

constexpr const char* kNote = "use";
constexpr std::int64_t kBlockBytes = 4096;

/// What comes or goes meanwhile is not counted.
std::int64_t measured(const fs::path& place)
{
    std::int64_t numBlocks = 0;
    std::error_code why;
    fs::recursive_directory_iterator entry(place, why);
    for (; !why && entry != fs::recursive_directory_iterator(); entry.increment(why)) {
        std::error_code none;
        const bool isFile = fs::is_regular_file(entry->symlink_status(none));
        const auto size = isFile ? entry->file_size(none) : 0;
        const auto bytes = none ? 0 : static_cast<std::int64_t>(size);
        numBlocks += std::max((bytes + kBlockBytes - 1) / kBlockBytes, std::int64_t{1});
    }
    return numBlocks * kBlockBytes;
}

std::optional<std::int64_t> notedBytes(int note)
{
    char text[32];
    const ssize_t got = pread(note, text, sizeof text, 0);
    std::int64_t bytes = 0;
    if (got <= 0 || std::from_chars(text, text + got, bytes).ec != std::errc() || bytes < 0)
        return std::nullopt;
    return bytes;
}

Result<> writeBytes(int note, std::int64_t bytes)
{
    const auto text = words(bytes, "\n");
    if (ftruncate(note, 0) != 0
        || pwrite(note, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size()))
        return systemError(errno, "cannot note the size of a source in the cache");
    return {};
}

vision::Descriptor openNote(const fs::path& place, int flags)
{
    return vision::Descriptor(
        open((place / kNote).c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, 0600));
}

} // namespace

Result<SourceUse> SourceUse::begin(fs::path place, NotedSource source)
{
    auto note = openNote(place, O_CREAT);
    if (!note || flock(note.number(), LOCK_SH | LOCK_NB) != 0)
        return systemError(errno, words("cannot use ", place.native()));
    if (source == NotedSource::Changed || !notedBytes(note.number()))
        TRY(writeBytes(note.number(), measured(place)));
    if (futimens(note.number(), nullptr) != 0)
        return systemError(errno, words("cannot note the use of ", place.native()));
    return SourceUse(std::move(place), std::move(note));
}

SourceUse::SourceUse(fs::path place, vision::Descriptor note)
    : m_place(std::move(place))
    , m_note(std::move(note))
{
}

std::optional<UseNote> useNote(const fs::path& place)
{
    std::error_code why;
    const auto note = openNote(place, 0);
    const auto bytes = note ? notedBytes(note.number()) : std::nullopt;
    UseNote found;
    found.last = fs::last_write_time(bytes ? place / kNote : place, why);
    if (why)
        return std::nullopt;
    found.bytes = bytes ? *bytes : measured(place);
    return found;
}

Result<bool> endUse(const fs::path& place)
{
    const auto note = openNote(place, 0);
    if (!note && errno == ENOENT)
        return true;
    if (!note)
        return systemError(errno, words("cannot open the note in ", place.native()));
    if (flock(note.number(), LOCK_EX | LOCK_NB) != 0)
        return false;
    if (unlink((place / kNote).c_str()) != 0)
        return systemError(errno, words("cannot remove the note in ", place.native()));
    return true;
}

} // namespace tf::ingest
