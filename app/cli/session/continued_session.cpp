#include "app/cli/session/continued_session.h"

#include "app/draft/history.h"
#include "app/session/replay.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace tf::cli {

namespace {

constexpr std::array<std::pair<std::string_view, std::optional<SentAgain>>, 3> kAgain{
    {{"send", SentAgain::Changes}, {"all", SentAgain::All}, {"none", SentAgain::Nothing}}};

constexpr std::int64_t kMostTurn = std::int64_t(1) << 40;

/// The turn that was asked for, or what the user saw last.
Result<session::TurnId> turnOf(const session::Session& session, const ContinueFlags& flags)
{
    const auto isThere = [&session](session::TurnId id) {
        const session::Turn* turn = session::findTurn(session, id);
        return turn != nullptr && !turn->removed;
    };
    if (flags.turn != session::kNoTurn && !isThere(flags.turn))
        return Error(Code::NotFound,
                     words("session ", session.id.substr(0, 8), " has no turn ", flags.turn));
    if (flags.turn != session::kNoTurn)
        return flags.turn;
    if (isThere(session.desk.branch))
        return session.desk.branch;
    const auto last = std::find_if(session.turns.rbegin(), session.turns.rend(),
                                   [](const session::Turn& turn) { return !turn.removed; });
    return last == session.turns.rend() ? session::kNoTurn : last->id;
}

} // namespace

ContinueFlags readContinueFlags(Options& options)
{
    ContinueFlags flags;
    flags.session = options.text("--session");
    flags.turn = options.number("--at", session::kNoTurn, 1, kMostTurn);
    const auto again = options.choice<std::optional<SentAgain>>("--changes", kAgain, std::nullopt);
    if (!flags.session && (flags.turn != session::kNoTurn || again))
        options.blame("--at and --changes belong to --session");
    flags.again = again.value_or(SentAgain::Changes);
    return flags;
}

std::string_view continueHelp()
{
    return "\n"
           "A kept session goes on, with a model on this machine or with a server; what was asked\n"
           "and answered is sent again as it was, so that it need not be read anew:\n"
           "\n"
           "  --session ID       or as much of its id as no other begins with; endpoint, model,\n"
           "                     thinking and budget are those of the turn that it continues\n"
           "  --at TURN          continues that turn (default: the one that was shown last)\n"
           "  --changes WHAT     of its repository: send (default) what is new or changed since\n"
           "                     the last answer, all sends the whole of it again, none nothing\n";
}

Result<ContinuedSession> continuedSession(const ContinueFlags& flags,
                                          const session::StorePlace& place)
{
    auto reader = TRY(readerOf(place));
    if (!reader)
        return Error(Code::NotFound, "nothing was ever kept: there is no session to continue");
    const auto id = TRY(reader->complete(*flags.session));
    const auto session = TRY(reader->load(id));
    if (session.trashedAt != 0)
        return Error(Code::NotFound,
                     words("session ", id.substr(0, 8),
                           " lies in the trash; m3 sessions restore brings it back"));
    ContinuedSession continued;
    continued.id = id;
    continued.again = flags.again;
    continued.turn = TRY(turnOf(session, flags));
    if (const session::Turn* turn = session::findTurn(session, continued.turn))
        continued.settings = turn->question.settings;
    const auto read = [&reader](const std::string& blob) { return reader->blobs().get(blob); };
    continued.earlier = TRY(draft::earlierOf(session, continued.turn, read));
    std::copy_if(session.sources.begin(), session.sources.end(),
                 std::back_inserter(continued.repositories), [](const session::Source& source) {
                     return source.kind == session::SourceKind::Repository;
                 });
    return continued;
}

} // namespace tf::cli
