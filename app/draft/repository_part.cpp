#include "app/draft/repository_part.h"

#include "app/draft/source_choice.h"
#include "app/ingest/count/count_cache.h"
#include "engine/json/utf8_repair.h"
#include "engine/text/tokens/encoder.h"

namespace tf::draft {

std::filesystem::path namedFolder(const std::filesystem::path& folder)
{
    std::error_code fault;
    const auto name = folder.filename();
    const bool isNamed = !name.empty() && name != "." && name != "..";
    auto named = isNamed ? std::filesystem::absolute(folder, fault)
                         : std::filesystem::canonical(folder, fault);
    return fault ? folder : named;
}

ingest::CountText countingWith(const text::Tokenizer* tokenizer)
{
    if (tokenizer == nullptr)
        return ingest::roughCount;
    return [encoder = std::make_shared<text::Encoder>(*tokenizer)](std::string_view text) {
        const auto ids = encoder->encode(text, text::ControlTokens::AsText);
        return ids ? static_cast<std::int64_t>(ids->size()) : ingest::roughCount(text);
    };
}

Result<CountedListing> countRepository(ingest::Repository& repository, const RepositoryWish& wish,
                                       const text::Tokenizer* tokenizer, const CancelToken& cancel,
                                       const Progress& progress)
{
    CountedListing found;
    found.listing = TRY(repository.list(wish.choice, cancel, [&progress](std::int64_t entries) {
        progress(Step::Listing, entries, 0);
    }));
    const auto& title = wish.title.empty() ? found.listing.title : wish.title;
    found.listing.title = json::repairedUtf8(title); // it is shown to the model
    if (tokenizer == nullptr) {
        found.counts = ingest::estimate(found.listing);
        return found;
    }
    auto counted = TRY(ingest::countExactly(found.listing, wish.folder, *tokenizer,
                                            ingest::defaultCountCache(), cancel,
                                            [&progress](const ingest::CountProgress& now) {
                                                progress(Step::Counting, now.files, now.totalFiles);
                                            }));
    for (std::string& notice : counted.notices)
        found.listing.notices.push_back(std::move(notice));
    found.counts = std::move(counted.counts);
    return found;
}

Result<RepositoryPart> packRepository(ingest::Repository& repository, const RepositoryWish& wish,
                                      const ingest::Listing& listing, ingest::PackPlan plan,
                                      LeakGate& gate, const CancelToken& cancel,
                                      const Progress& progress, const WritePack& write)
{
    RepositoryPart part;
    const auto numFiles = static_cast<std::int64_t>(plan.files.size());
    std::int64_t numRead = 0;
    for (const std::string& name : {listing.title, listing.branch})
        gate.passName(name);
    const auto read = [&](const ingest::Entry& entry) -> Result<ingest::FileContent> {
        TRY(cancel.check());
        gate.passName(entry.path);
        auto content = TRY(repository.read(entry, cancel));
        content.bytes = gate.pass(entry.path, std::move(content.bytes));
        progress(Step::Packing, ++numRead, numFiles);
        return content;
    };
    part.pack = TRY(write(listing, plan, read));
    part.plan = std::move(plan);
    if (gate.hasReplaced()) // what stands there now was not counted
        part.plan.quality = ingest::Quality::Estimated;
    part.source = {session::SourceKind::Repository,
                   listing.title,
                   json::repairedUtf8(wish.place.empty() ? wish.folder.native() : wish.place),
                   listing.commit,
                   {},
                   keptChoice({wish.choice, wish.ref})};
    return part;
}

} // namespace tf::draft
