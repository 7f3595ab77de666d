#include "app/ingest/count/exact_counts.h"

#include "app/ingest/count/count_cache.h"
#include "app/ingest/count/file_state.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <cstring>

#define XXH_INLINE_ALL // NOLINT(*-macro-usage): how this header is told to need no library
#include <xxhash.h>

namespace tf::ingest {

namespace {

/// Counts are of what the model is shown; another form of it makes them worthless.
constexpr std::uint64_t kShownForm = 1;
constexpr std::size_t kBlobDigits = 40;
constexpr std::size_t kMostNotices = 50;
constexpr std::size_t kSaveEvery = 4096; ///< files; what a crash costs at most
/// A thread costs a process and an encoder that knows no word yet.
constexpr std::size_t kFilesPerThread = 32;

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// Nothing where it is no name of git's.
std::optional<CacheValue> blobBytes(std::string_view blob)
{
    CacheValue bytes = {};
    if (blob.size() != kBlobDigits)
        return std::nullopt;
    for (std::size_t idx = 0; idx < bytes.size(); ++idx) {
        const int high = digitOf(blob[2 * idx]);
        const int low = digitOf(blob[2 * idx + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes[idx] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return bytes;
}

std::string blobText(const CacheValue& bytes)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : bytes) {
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 0xfU];
    }
    return text;
}

CacheValue valueOf(std::int64_t number)
{
    CacheValue value = {};
    std::memcpy(value.data(), &number, sizeof number);
    return value;
}

std::int64_t numberOf(const CacheValue& value)
{
    std::int64_t number = 0;
    std::memcpy(&number, value.data(), sizeof number);
    return number;
}

/// One listing on its way to exact counts. Thread: the caller's.
class Remembering {
public:
    Remembering(const CountJob& job, Listing& listing, const text::Tokenizer& tokenizer)
        : m_files(FileStates::of(job.root))
        , m_listing(listing)
        , m_tokenizer(tokenizer)
        , m_cache(CountCache::open(job.cache))
        , m_counted{estimate(listing), {}}
        , m_states(listing.entries.size())
    {
    }

    /// Entries whose counts nobody remembers.
    std::vector<std::size_t> lookUp(const CancelToken& cancel)
    {
        std::vector<std::size_t> unknown;
        for (std::size_t idx = 0; idx < m_listing.entries.size() && !cancel.cancelled(); ++idx) {
            Entry& entry = m_listing.entries[idx];
            if (entry.kind != EntryKind::File || entry.verdict.why != Why::Included)
                continue;
            ++m_progress.totalFiles;
            if (entry.blob.empty() && m_files)
                findBlob(idx);
            if (!findTokens(idx))
                unknown.push_back(idx);
        }
        return unknown;
    }

    void take(const std::vector<FileCount>& counts)
    {
        for (const FileCount& count : counts) {
            ++m_progress.files;
            m_progress.bytes += count.bytes;
            if (!count.blob.empty())
                m_listing.entries[count.entry].blob = count.blob;
            if (count.problem.empty())
                remember(count);
            else
                note(words(m_listing.entries[count.entry].path, ": ", count.problem));
        }
        m_unsaved += counts.size();
        if (m_unsaved >= kSaveEvery)
            save();
    }

    void save()
    {
        m_unsaved = 0;
        const auto saved = m_cache.save();
        if (!saved && !m_hasFailedToSave) {
            m_hasFailedToSave = true;
            note(words("counts are not kept: ", saved.error().text));
        }
    }

    [[nodiscard]] const CountProgress& progress() const { return m_progress; }

    Counted finish()
    {
        if (m_numUnnoted > 0)
            m_counted.notices.push_back(words("and ", m_numUnnoted, " more"));
        return std::move(m_counted);
    }

private:
    void findBlob(std::size_t idx)
    {
        Entry& entry = m_listing.entries[idx];
        m_states[idx] = m_files->state(entry.path);
        if (!m_states[idx])
            return;
        if (const auto blob = m_cache.find(*m_states[idx]))
            entry.blob = blobText(*blob);
    }

    bool findTokens(std::size_t idx)
    {
        const auto blob = blobBytes(m_listing.entries[idx].blob);
        if (!blob)
            return false;
        const auto tokens = m_cache.find(keyOf(*blob));
        if (!tokens)
            return false;
        m_counted.counts[idx] = {numberOf(*tokens), Quality::Exact};
        ++m_progress.files;
        return true;
    }

    void remember(const FileCount& count)
    {
        m_counted.counts[count.entry] = {count.tokens, Quality::Exact};
        const auto blob = blobBytes(count.blob);
        if (!blob)
            return;
        m_cache.add(keyOf(*blob), valueOf(count.tokens));
        // Written while it was read: its state before is not the state of what was read.
        const auto& before = m_states[count.entry];
        if (before && m_files->state(m_listing.entries[count.entry].path) == before)
            m_cache.add(*before, *blob);
    }

    [[nodiscard]] CacheKey keyOf(const CacheValue& blob) const
    {
        const auto& source = m_tokenizer.source();
        const auto hash = XXH3_128bits_withSeed(blob.data(), blob.size(),
                                                source.hash[0] ^ source.numBytes ^ kShownForm);
        return {hash.low64 ^ source.hash[1], hash.high64};
    }

    void note(std::string notice)
    {
        if (m_counted.notices.size() < kMostNotices)
            m_counted.notices.push_back(std::move(notice));
        else
            ++m_numUnnoted;
    }

    Result<FileStates> m_files; // an error: states are not known
    Listing& m_listing;
    const text::Tokenizer& m_tokenizer;
    CountCache m_cache;
    Counted m_counted;
    std::vector<std::optional<CacheKey>> m_states; // before the content was read
    CountProgress m_progress;
    std::size_t m_unsaved = 0;
    std::size_t m_numUnnoted = 0;
    bool m_hasFailedToSave = false;
};

} // namespace

Result<Counted> countBy(const CountJob& job, Listing& listing, const text::Tokenizer& tokenizer,
                        const CancelToken& cancel,
                        const std::function<void(const CountProgress&)>& progress)
{
    Remembering counts(job, listing, tokenizer);
    const auto unknown = counts.lookUp(cancel);
    const auto tell = [&] {
        if (progress)
            progress(counts.progress());
    };
    tell();
    Result<> counted = cancel.check();
    if (counted && !unknown.empty()) {
        const auto numThreads = static_cast<unsigned>(std::clamp<std::size_t>(
            (unknown.size() + kFilesPerThread - 1) / kFilesPerThread, 1, job.mostThreads));
        counted = countEntries(listing, unknown, tokenizer, numThreads, job.open, cancel,
                               [&](const std::vector<FileCount>& some) {
                                   counts.take(some);
                                   tell();
                               });
    }
    counts.save();
    TRY(std::move(counted));
    return counts.finish();
}

} // namespace tf::ingest
