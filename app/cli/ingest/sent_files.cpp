#include "app/cli/ingest/sent_files.h"

#include "app/cli/ingest/part_report.h"
#include "app/cli/ingest/repository_progress.h"
#include "kernels/base/words.h"

namespace tf::cli {

Result<ingest::Budget> roomForFiles(const draft::Draft& draft, const Room& room)
{
    if (!room.tokens)
        return room.tokens;
    const auto taken = draft::tokensOfWords(draft, draft::countingWith(room.tokenizer));
    if (taken >= *room.tokens)
        return Error(
            Code::BadInput,
            words(draft.earlier.messages.empty() ? "the question alone takes "
                                                 : "the question and what came before it take ",
                  taken, " of ", *room.tokens, " tokens: nothing is left for the repository"));
    return ingest::Budget(*room.tokens - taken);
}

Result<> addWhole(draft::Draft& draft, const BroughtSource& source, const Room& room,
                  draft::LeakGate& gate, const CancelToken& cancel)
{
    const auto budget = TRY(roomForFiles(draft, room));
    sayNotices(source.notices);
    auto repository = TRY(ingest::Repository::open(source.wish.folder));
    const auto progress = shownProgress();
    const auto found =
        TRY(draft::countRepository(repository, source.wish, room.tokenizer, cancel, progress));
    auto plan =
        ingest::planPack(found.listing, found.counts, budget, draft::countingWith(room.tokenizer));
    if (plan.files.empty())
        return Error(Code::NotFound,
                     words("no file of ", found.listing.title, " would be sent",
                           plan.cuts.empty() ? "; m3 ingest says why" : ": none fits the budget"));
    draft.repository = TRY(draft::packRepository(repository, source.wish, found.listing,
                                                 std::move(plan), gate, cancel, progress));
    tellPart(*draft.repository, found.listing.notices);
    return {};
}

} // namespace tf::cli
