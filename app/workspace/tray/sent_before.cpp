#include "app/workspace/tray/sent_before.h"

#include "app/draft/history.h"
#include "app/draft/kept_question.h"
#include "app/session/replay.h"

#include <algorithm>

namespace tf::workspace {

namespace {

using session::Session;
using session::Source;
using session::Turn;

std::vector<const Turn*> turnsTo(const Session& session, session::TurnId leaf)
{
    std::vector<const Turn*> turns;
    for (const session::TurnId id : draft::branchTo(session, leaf))
        turns.push_back(session::findTurn(session, id));
    return turns;
}

/// A pack is kept under the title of what it was made of.
bool hasSent(const Turn& turn, const Source& source)
{
    const auto& kept = turn.question.attachments;
    return std::any_of(kept.begin(), kept.end(), [&](const session::Attachment& attachment) {
        return attachment.mediaType == draft::kPackType && attachment.name == source.title;
    });
}

bool isOf(const Source& source, const std::string& place)
{
    return source.kind == session::SourceKind::Repository
        && (source.place == place || source.place == draft::namedFolder(place).native());
}

} // namespace

std::vector<Source> sourcesSent(const Session& session, session::TurnId leaf)
{
    const auto turns = turnsTo(session, leaf);
    std::vector<Source> sources;
    for (const Source& source : session.sources) {
        const auto sent = [&](const Turn* turn) { return hasSent(*turn, source); };
        if (source.kind != session::SourceKind::Repository
            || std::none_of(turns.begin(), turns.end(), sent))
            continue;
        std::erase_if(sources, [&](const Source& old) { return old.place == source.place; });
        sources.push_back(source);
    }
    return sources;
}

SentFiles sentBefore(const Session& session, session::TurnId leaf, const std::string& place)
{
    const auto source =
        std::find_if(session.sources.rbegin(), session.sources.rend(),
                     [&](const Source& candidate) { return isOf(candidate, place); });
    if (source == session.sources.rend())
        return nullptr;
    auto files = std::make_shared<std::vector<session::ManifestItem>>();
    for (const Turn* turn : turnsTo(session, leaf)) {
        if (!hasSent(*turn, *source))
            continue;
        const auto sent = draft::filesOf(turn->question);
        files->insert(files->end(), sent.begin(), sent.end());
    }
    return files->empty() ? nullptr : files;
}

} // namespace tf::workspace
