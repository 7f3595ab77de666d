#include "app/ingest/count/counting.h"

#include "app/ingest/shown/shown_file.h"
#include "engine/text/tokens/encoder.h"
#include "kernels/base/mailbox.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <semaphore>
#include <thread>

namespace tf::ingest {

namespace {

/// Few enough that the last ones to finish do not keep the others waiting.
constexpr std::size_t kFilesAtOnce = 16;

/// What a thread tells: some counts, or that it has ended, and why before its time.
struct Told {
    std::vector<FileCount> counts;
    bool hasEnded = false;
    std::optional<Error> failure;
};

FileCount countOf(std::size_t entry, const Listing& listing, text::Encoder& encoder,
                  const ReadContent& read)
{
    FileCount count;
    count.entry = entry;
    auto content = read(listing.entries[entry]);
    if (!content) {
        count.problem = content.error().text;
        return count;
    }
    count.blob = std::move(content->blob);
    count.bytes = static_cast<std::int64_t>(content->bytes.size());
    const auto shown = shownLines(content->bytes);
    const auto ids = encoder.encode(shown.text, text::ControlTokens::AsText);
    if (ids)
        count.tokens = static_cast<std::int64_t>(ids->size());
    else
        count.problem = ids.error().text;
    return count;
}

/// The files that are left, shared by the threads of one call.
class FileQueue {
public:
    explicit FileQueue(const std::vector<std::size_t>& entries)
        : m_entries(entries)
    {
    }

    std::span<const std::size_t> takeSome()
    {
        const auto begin = m_next.fetch_add(kFilesAtOnce, std::memory_order_relaxed);
        if (begin >= m_entries.size())
            return {};
        return std::span(m_entries).subspan(begin,
                                            std::min(kFilesAtOnce, m_entries.size() - begin));
    }

private:
    const std::vector<std::size_t>& m_entries;
    std::atomic<std::size_t> m_next{0};
};

} // namespace

Result<> countEntries(const Listing& listing, const std::vector<std::size_t>& entries,
                      const text::Tokenizer& tokenizer, unsigned numThreads,
                      const OpenContents& open, const CancelToken& cancel, const TakeCounts& take)
{
    CHECK(numThreads > 0, "somebody must do it");
    FileQueue queue(entries);
    std::counting_semaphore<> posted{0};
    Mailbox<Told> box([&posted] { posted.release(); });
    const auto work = [&] {
        const auto read = open();
        if (!read) {
            box.post({{}, true, read.error()});
            return;
        }
        text::Encoder encoder(tokenizer);
        for (auto some = queue.takeSome(); !some.empty(); some = queue.takeSome()) {
            Told told;
            for (const std::size_t entry : some) {
                if (cancel.cancelled())
                    break;
                told.counts.push_back(countOf(entry, listing, encoder, *read));
            }
            box.post(std::move(told));
        }
        box.post({{}, true, std::nullopt});
    };

    std::vector<std::jthread> threads;
    for (unsigned threadIdx = 0; threadIdx < numThreads; ++threadIdx)
        threads.emplace_back(work);
    std::optional<Error> failure;
    unsigned numFailed = 0;
    for (unsigned numEnded = 0; numEnded < numThreads;) {
        posted.acquire();
        for (Told& told : box.drain()) {
            take(told.counts);
            numEnded += told.hasEnded ? 1 : 0;
            numFailed += told.failure ? 1 : 0;
            if (told.failure)
                failure = std::move(told.failure);
        }
    }
    TRY(cancel.check());
    if (numFailed == numThreads)
        return *std::move(failure);
    return {};
}

} // namespace tf::ingest
