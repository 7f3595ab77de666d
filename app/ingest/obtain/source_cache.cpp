#include "app/ingest/obtain/source_cache.h"

#include "app/ingest/obtain/source_folder.h"
#include "app/ingest/obtain/source_lock.h"
#include "app/ingest/obtain/source_use.h"
#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

namespace tf::ingest {

namespace {

namespace fs = std::filesystem;

struct CachedSource {
    fs::path place;
    UseNote note;
};

/// The least recently used first; only what looks like a place of ours.
Result<std::vector<CachedSource>> sourcesIn(const fs::path& cache)
{
    std::vector<CachedSource> sources;
    std::error_code why;
    fs::directory_iterator entry(cache, why);
    for (; !why && entry != fs::directory_iterator(); entry.increment(why)) {
        std::error_code none;
        if (!isPlaceName(entry->path().filename().native())
            || !fs::is_directory(entry->symlink_status(none)))
            continue;
        if (const auto note = useNote(entry->path()))
            sources.push_back({entry->path(), *note});
    }
    if (why)
        return systemError(why.value(), words("cannot list ", cache.native()));
    std::sort(sources.begin(), sources.end(), [](const CachedSource& one, const CachedSource& two) {
        return one.note.last < two.note.last;
    });
    return sources;
}

/// False when it must stay.
Result<bool> removeUnused(const CachedSource& source)
{
    const auto lock = TRY(lockPlaceNow(source.place));
    if (!lock)
        return false;
    const auto now = useNote(source.place);
    if (!now || now->last != source.note.last)
        return false; // somebody used it since
    if (!TRY(endUse(source.place)))
        return false;
    TRY(removeSource(source.place));
    TRY(removeLockedPlace(source.place));
    return true;
}

} // namespace

Result<> boundCache(const fs::path& cache, const CacheBounds& bounds)
{
    const auto sources = TRY(sourcesIn(cache));
    std::int64_t bytes = 0;
    for (const CachedSource& source : sources)
        bytes += source.note.bytes;
    const auto oldest = fs::file_time_type::clock::now() - bounds.longestUnused;
    Result<> outcome;
    for (const CachedSource& source : sources) {
        if (bytes <= bounds.mostBytes && source.note.last >= oldest)
            break; // so are all that follow
        auto removed = removeUnused(source);
        if (removed && *removed)
            bytes -= source.note.bytes;
        else if (!removed && outcome)
            outcome = std::move(removed).error();
    }
    return outcome;
}

} // namespace tf::ingest
