#include "app/draft/repository_changes.h"

namespace tf::draft {

namespace {

/// What was sent or said to be gone; and what was cut off and not sent since.
struct SentBefore {
    std::vector<session::ManifestItem> files;
    std::vector<ingest::Cut> cuts;
};

SentBefore splitOff(std::span<const session::ManifestItem> sent)
{
    SentBefore before;
    for (const session::ManifestItem& item : sent) {
        if (item.cut)
            before.cuts.push_back({item.path, item.tokens, {}});
        else
            before.files.push_back(item);
    }
    return before;
}

/// Names the contents that nobody has read yet.
Result<> nameContents(ingest::Repository& repository, ingest::Listing& listing,
                      const std::vector<std::size_t>& unread, const CancelToken& cancel)
{
    for (const std::size_t idx : unread) {
        TRY(cancel.check());
        listing.entries[idx].blob = TRY(repository.read(listing.entries[idx], cancel)).blob;
    }
    return {};
}

} // namespace

Result<FoundChanges> findChanges(ingest::Repository& repository, const RepositoryWish& wish,
                                 std::span<const session::ManifestItem> sent,
                                 const text::Tokenizer* tokenizer, const CancelToken& cancel,
                                 const Progress& progress)
{
    FoundChanges found;
    found.now = TRY(countRepository(repository, wish, tokenizer, cancel, progress));
    const SentBefore before = splitOff(sent);
    auto& listing = found.now.listing;
    found.changes = ingest::changesSince(before.files, before.cuts, listing);
    if (!found.changes.unread.empty()) {
        TRY(nameContents(repository, listing, found.changes.unread, cancel));
        found.changes = ingest::changesSince(before.files, before.cuts, listing);
    }
    found.plan =
        ingest::planChanges(listing, found.changes, found.now.counts, countingWith(tokenizer));
    return found;
}

Result<RepositoryPart> packChanges(ingest::Repository& repository, const RepositoryWish& wish,
                                   const FoundChanges& found, LeakGate& gate,
                                   const CancelToken& cancel, const Progress& progress)
{
    const auto write = [&found](const ingest::Listing& listing, const ingest::PackPlan& plan,
                                const ingest::ReadFile& read) {
        return ingest::writeChanges(listing, found.changes, plan, read);
    };
    return packRepository(repository, wish, found.now.listing, found.plan, gate, cancel, progress,
                          write);
}

} // namespace tf::draft
