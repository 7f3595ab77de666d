#include "app/ingest/git/staged_files.h"

#include "app/ingest/git/git_library.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include <git2.h>

namespace tf::ingest {

namespace {

constexpr std::int64_t kMostIndexBytes = 256 << 20;
constexpr std::int64_t kHeaderBytes = 12;
constexpr std::int64_t kLeastEntryBytes = 62;

struct FreeIndex {
    void operator()(git_index* index) const { git_index_free(index); }
};

std::uint32_t bigEndian(std::string_view bytes)
{
    std::uint32_t value = 0;
    for (const char byte : bytes)
        value = value << 8U | static_cast<unsigned char>(byte);
    return value;
}

/// What would make the library take memory for entries that are not there.
Result<> checkHeader(const OpenFile& file)
{
    if (file.size() > kMostIndexBytes)
        return Error(
            Code::Corrupt,
            words("its index has ", file.size(), " bytes; at most ", kMostIndexBytes, " are read"));
    const auto header = TRY(file.head(kHeaderBytes));
    const std::string_view bytes = header;
    if (bytes.size() < kHeaderBytes || !bytes.starts_with("DIRC"))
        return Error(Code::Corrupt, "its index is damaged");
    const std::int64_t numEntries = bigEndian(bytes.substr(8));
    if (numEntries > (file.size() - kHeaderBytes) / kLeastEntryBytes)
        return Error(Code::Corrupt,
                     words("its index promises ", numEntries, " files, for which it is too short"));
    return {};
}

FileTime timeOf(const git_index_time& time)
{
    return {time.seconds, time.nanoseconds};
}

FileTime timeOf(const timespec& time)
{
    return {time.tv_sec, static_cast<std::uint32_t>(time.tv_nsec)};
}

StagedFile stagedFile(const git_index_entry& entry)
{
    StagedFile file;
    file.path = entry.path;
    file.name = ObjectName::fromBytes(
        {reinterpret_cast<const char*>(static_cast<const unsigned char*>(entry.id.id)),
         GIT_OID_RAWSZ});
    file.mode = entry.mode;
    file.size = entry.file_size;
    file.inode = entry.ino;
    file.modified = timeOf(entry.mtime);
    file.changed = timeOf(entry.ctime);
    file.isConflict = git_index_entry_is_conflict(&entry) != 0;
    file.isSkipped = (entry.flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0;
    return file;
}

/// Seconds are whole in indexes that some programs write.
bool isSameTime(const FileTime& staged, const timespec& now)
{
    const auto time = timeOf(now);
    return staged.seconds == static_cast<std::int32_t>(time.seconds)
        && (staged.nanoseconds == 0 || staged.nanoseconds == time.nanoseconds);
}

} // namespace

Result<StagedFiles> readStaged(const OpenFolder& git, const std::string& path)
{
    const auto file = TRY(git.file("index"));
    TRY(checkHeader(file));
    git_index* opened = nullptr;
    if (git_index_open(&opened, path.c_str()) != 0)
        return gitError("cannot read its index");
    const std::unique_ptr<git_index, FreeIndex> index(opened);
    StagedFiles staged;
    staged.written = timeOf(file.facts().st_mtim);
    const auto numEntries = git_index_entrycount(opened);
    staged.files.reserve(numEntries);
    for (std::size_t idx = 0; idx < numEntries; ++idx) {
        auto entry = stagedFile(*git_index_get_byindex(opened, idx));
        // The stages of a conflict stand one after the other.
        if (staged.files.empty() || staged.files.back().path != entry.path)
            staged.files.push_back(std::move(entry));
    }
    const auto byPath = [](const StagedFile& a, const StagedFile& b) { return a.path < b.path; };
    if (!std::is_sorted(staged.files.begin(), staged.files.end(), byPath))
        std::sort(staged.files.begin(), staged.files.end(), byPath);
    return staged;
}

bool isAsStaged(const StagedFile& staged, const FileTime& written, const struct stat& facts)
{
    return !staged.isConflict && staged.size == static_cast<std::uint32_t>(facts.st_size)
        && staged.inode == static_cast<std::uint32_t>(facts.st_ino)
        && isSameTime(staged.modified, facts.st_mtim) && isSameTime(staged.changed, facts.st_ctim)
        && staged.modified < written;
}

} // namespace tf::ingest
