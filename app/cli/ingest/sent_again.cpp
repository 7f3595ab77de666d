#include "app/cli/ingest/sent_again.h"

#include "app/cli/ingest/part_report.h"
#include "app/cli/ingest/repository_progress.h"
#include "app/cli/json_lines.h"
#include "app/cli/media/json_build.h"
#include "app/draft/repository_changes.h"
#include "app/draft/source_choice.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <cstdio>

namespace tf::cli {

namespace {

using json::Value;

Value namesOf(const ingest::Listing& listing, const std::vector<std::size_t>& entries)
{
    std::vector<Value> names;
    for (const std::size_t idx : entries)
        names.push_back(jsonText(listing.entries[idx].path));
    return Value::array(std::move(names));
}

std::string changesJson(const draft::FoundChanges& found)
{
    const auto& changes = found.changes;
    const auto& listing = found.now.listing;
    std::vector<Value> removed;
    std::transform(changes.removed.begin(), changes.removed.end(), std::back_inserter(removed),
                   [](const std::string& path) { return jsonText(path); });
    const bool isExact = found.plan.quality == ingest::Quality::Exact;
    const auto tokens = found.numFiles() == 0 ? 0 : found.plan.tokens;
    return jsonLine(
        json::write(Value::object({{"event", jsonText("changes")},
                                   {"added", namesOf(listing, changes.added)},
                                   {"changed", namesOf(listing, changes.changed)},
                                   {"removed", Value::array(std::move(removed))},
                                   {"tokens", jsonNumber(tokens)},
                                   {"quality", jsonText(isExact ? "exact" : "estimated")}})));
}

void tellChanges(const draft::FoundChanges& found, AnswerPrinter::Form form)
{
    const auto numFiles = found.numFiles();
    if (numFiles == 0)
        sayAsked("no file changed since the last answer");
    else
        sayAsked(words(numFiles, numFiles == 1 ? " file" : " files",
                       " changed since the last answer, ",
                       shownTokens(found.plan.tokens, found.plan.quality)));
    if (form == AnswerPrinter::Form::Text)
        return;
    const std::string line = changesJson(found);
    std::fwrite(line.data(), 1, line.size(), stdout);
}

/// One source, looked at again.
class LookAgain {
public:
    LookAgain(const KeptRepository& kept, const Room& room, const CancelToken& cancel)
        : m_kept(kept)
        , m_room(room)
        , m_cancel(cancel)
    {
    }

    Result<> findIn(std::span<const session::ManifestItem> sent)
    {
        m_repository.emplace(TRY(ingest::Repository::open(m_source->wish.folder)));
        m_found = TRY(draft::findChanges(*m_repository, m_source->wish, sent, m_room.tokenizer,
                                         m_cancel, shownProgress()));
        return {};
    }

    Result<> bring()
    {
        const auto choice = draft::choiceFrom(m_kept.source.choices);
        SourceFlags flags;
        flags.named = m_kept.source.place;
        flags.choice.ref = choice.ref;
        flags.choice.mayReachNetwork = m_kept.mayReachNetwork;
        m_source.emplace(TRY(bringSource(flags, choice.rules, m_cancel)));
        return {};
    }

    Result<> addChanges(draft::Draft& draft, draft::LeakGate& gate)
    {
        tellChanges(m_found, m_kept.form);
        if (m_found.numFiles() == 0)
            return {};
        const auto most = TRY(roomForFiles(draft, m_room));
        if (most && m_found.plan.tokens > *most)
            return Error(
                Code::BadInput,
                words("what changed takes ", shownTokens(m_found.plan.tokens, m_found.plan.quality),
                      ", and there is room for ", *most, "; --changes none goes on without"));
        draft.repository = TRY(draft::packChanges(*m_repository, m_source->wish, m_found, gate,
                                                  m_cancel, shownProgress()));
        sayNotices(draft.repository->pack.notices);
        return {};
    }

    [[nodiscard]] const BroughtSource& source() const { return *m_source; }

private:
    const KeptRepository& m_kept;
    const Room& m_room;
    const CancelToken& m_cancel;
    std::optional<BroughtSource> m_source;
    std::optional<ingest::Repository> m_repository;
    draft::FoundChanges m_found;
};

} // namespace

Result<> addAgain(draft::Draft& draft, const KeptRepository& kept, const Room& room,
                  draft::LeakGate& gate, const CancelToken& cancel)
{
    LookAgain look(kept, room, cancel);
    auto looked = look.bring();
    if (looked && kept.again == SentAgain::All)
        return addWhole(draft, look.source(), room, gate, cancel);
    if (looked)
        looked = look.findIn(draft.earlier.files);
    if (looked)
        return look.addChanges(draft, gate);
    if (looked.error().code == Code::Cancelled)
        return looked;
    sayAsked(words("the files cannot be looked at again: ", looked.error().text));
    sayAsked("the question goes on with what was sent of them");
    return {};
}

} // namespace tf::cli
