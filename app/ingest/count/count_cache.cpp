#include "app/ingest/count/count_cache.h"

#include "kernels/base/new_file.h"
#include "kernels/base/system_error.h"
#include "kernels/base/words.h"
#include "vision/media/descriptor.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <span>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define XXH_INLINE_ALL // NOLINT(*-macro-usage): how this header is told to need no library
#include <xxhash.h>

namespace tf::ingest {

namespace {

using vision::Descriptor;

struct CacheHeader {
    std::array<char, 8> magic{'t', 'f', 'c', 'o', 'u', 'n', 't', 's'};
    std::uint32_t version = 1;
    std::uint32_t byteOrder = 0x01020304;

    bool operator==(const CacheHeader&) const = default;
};

struct CacheRecord {
    CacheKey key;
    CacheValue value;
    std::uint32_t check; ///< of what stands before it
};

static_assert(sizeof(CacheHeader) == 16 && sizeof(CacheRecord) == 40);

constexpr int kLockTries = 50;
constexpr auto kLockPause = std::chrono::milliseconds(10);

std::uint32_t checkOf(const CacheRecord& record)
{
    return static_cast<std::uint32_t>(XXH3_64bits(&record, offsetof(CacheRecord, check)));
}

CacheRecord recordOf(const CacheKey& key, const CacheValue& value)
{
    CacheRecord record{key, value, 0};
    record.check = checkOf(record);
    return record;
}

/// The lock goes with the descriptor. Whoever holds it is done in milliseconds, or stopped.
Result<Descriptor> openLocked(const std::filesystem::path& path)
{
    constexpr mode_t kOwnerOnly = 0600;
    Descriptor file(::open(path.c_str(),
                           O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK,
                           kOwnerOnly));
    struct stat status = {};
    if (!file || fstat(file.number(), &status) != 0)
        return systemError(errno, words("cannot open ", path.native()));
    if (!S_ISREG(status.st_mode))
        return Error(Code::BadInput, words(path.native(), " is not a regular file"));
    for (int attempt = 0; attempt < kLockTries; ++attempt) {
        if (flock(file.number(), LOCK_EX | LOCK_NB) == 0)
            return file;
        std::this_thread::sleep_for(kLockPause);
    }
    return Error(Code::Busy, words(path.native(), " is locked by another process"));
}

Result<std::uint64_t> sizeOf(const Descriptor& file)
{
    struct stat status = {};
    if (fstat(file.number(), &status) != 0)
        return systemError(errno, "cannot ask for a file's size");
    return static_cast<std::uint64_t>(status.st_size);
}

Result<> writeAll(const Descriptor& file, std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const auto count = ::write(file.number(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return systemError(errno, "cannot write counts");
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return {};
}

Result<std::vector<std::byte>> readAll(const Descriptor& file)
{
    std::vector<std::byte> bytes(TRY(sizeOf(file)));
    std::size_t numRead = 0;
    while (numRead < bytes.size()) {
        const auto count = ::pread(file.number(), bytes.data() + numRead, bytes.size() - numRead,
                                   static_cast<off_t>(numRead));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemError(errno, "cannot read counts");
        if (count == 0)
            break;
        numRead += static_cast<std::size_t>(count);
    }
    bytes.resize(numRead);
    return bytes;
}

template <class T>
T copied(std::span<const std::byte> bytes)
{
    T value;
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

} // namespace

std::filesystem::path defaultCountCache()
{
    const char* cache = std::getenv("XDG_CACHE_HOME");
    const char* home = std::getenv("HOME");
    // A relative one is to be ignored, says the specification.
    const bool isGiven = cache != nullptr && *cache == '/';
    const std::filesystem::path base =
        isGiven ? std::filesystem::path(cache) : std::filesystem::path(home ? home : "") / ".cache";
    return base / "trifold/counts";
}

CountCache CountCache::open(std::filesystem::path path, std::uint64_t mostBytes)
{
    CountCache cache(std::move(path), mostBytes);
    std::error_code failed; // then opening fails, too, and says why
    std::filesystem::create_directories(cache.m_path.parent_path(), failed);
    cache.read();
    return cache;
}

void CountCache::read()
{
    const auto file = openLocked(m_path);
    if (!file)
        return;
    const auto all = readAll(*file);
    if (!all)
        return;
    std::span<const std::byte> bytes(*all);
    bool isWhole =
        bytes.size() >= sizeof(CacheHeader) && copied<CacheHeader>(bytes) == CacheHeader();
    bytes = bytes.subspan(std::min(bytes.size(), sizeof(CacheHeader)));
    m_items.reserve(bytes.size() / sizeof(CacheRecord) + 1);
    for (; isWhole && bytes.size() >= sizeof(CacheRecord);
         bytes = bytes.subspan(sizeof(CacheRecord))) {
        const auto record = copied<CacheRecord>(bytes);
        isWhole = record.check == checkOf(record);
        m_items[record.key] = {record.value, false};
    }
    if (isWhole)
        return;
    m_items.clear();
    // Emptied in place: another process may have it open, and sees the same file.
    if (ftruncate(file->number(), 0) != 0)
        m_path.clear();
}

std::optional<CacheValue> CountCache::find(const CacheKey& key)
{
    const auto found = m_items.find(key);
    if (found == m_items.end())
        return std::nullopt;
    found->second.isUsed = true;
    return found->second.value;
}

void CountCache::add(const CacheKey& key, const CacheValue& value)
{
    m_items[key] = {value, true};
    m_added.push_back(key);
}

Result<> CountCache::save()
{
    if (m_path.empty() || m_added.empty())
        return {};
    const auto numBytes = TRY(append());
    m_added.clear();
    return numBytes > m_mostBytes ? rewrite() : Result<>();
}

Result<std::uint64_t> CountCache::append() const
{
    const Descriptor file = TRY(openLocked(m_path));
    const auto numBytes = TRY(sizeOf(file));
    std::vector<std::byte> bytes;
    const auto push = [&bytes](const auto& value) {
        const auto part = std::as_bytes(std::span(&value, 1));
        bytes.insert(bytes.end(), part.begin(), part.end());
    };
    // A record that a crash cut off is no beginning for others.
    const auto numCut = numBytes < sizeof(CacheHeader)
        ? numBytes
        : (numBytes - sizeof(CacheHeader)) % sizeof(CacheRecord);
    if (numCut > 0 && ftruncate(file.number(), static_cast<off_t>(numBytes - numCut)) != 0)
        return systemError(errno, words("cannot shorten ", m_path.native()));
    if (numBytes < sizeof(CacheHeader))
        push(CacheHeader());
    for (const CacheKey& key : m_added)
        push(recordOf(key, m_items.at(key).value));
    TRY(writeAll(file, bytes));
    return numBytes - numCut + bytes.size();
}

// What another process adds meanwhile is lost, which costs it counting again.
Result<> CountCache::rewrite() const
{
    auto file = TRY(NewFile::create(m_path));
    const CacheHeader header;
    TRY(file.append(std::as_bytes(std::span(&header, 1))));
    std::vector<CacheRecord> records;
    for (const auto& [key, item] : m_items) {
        if (item.isUsed)
            records.push_back(recordOf(key, item.value));
    }
    const auto numMost = m_mostBytes / 2 / sizeof(CacheRecord); // room to grow again
    if (records.size() > numMost)
        records.resize(numMost);
    TRY(file.append(std::as_bytes(std::span(records))));
    return file.moveIntoPlace(NewFile::Durability::Cache);
}

} // namespace tf::ingest
