#include "app/session/store/reader.h"

#include "app/session/replay.h"
#include "app/session/store/event_rows.h"
#include "app/session/store/tables.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <map>

namespace tf::session {

namespace {

/// A reader makes no files, but SQLite needs two beside a store with a log. Where it may not make
/// them, nobody writes either, and the file can be read as it lies there.
Result<Database> openToRead(const StorePlace& place)
{
    const StoreFiles files{place.folder};
    const auto usable = [&](Mode mode) -> Result<Database> {
        Database database = TRY(Database::open(files.database(), mode, place.vfs));
        TRY(database.number("SELECT count(*) FROM session WHERE trashed_at < 0"));
        return database;
    };
    auto database = usable(Mode::Read);
    std::error_code ignored;
    if (database || database.error().code != Code::Denied
        || std::filesystem::exists(files.log(), ignored))
        return database;
    return usable(Mode::Frozen);
}

} // namespace

Reader::Reader(Database database, Blobs blobs)
    : m_database(std::move(database))
    , m_blobs(std::move(blobs))
{
}

Result<Reader> Reader::open(const StorePlace& place)
{
    const StoreFiles files{place.folder};
    const auto header = readHeader(files.database());
    if (!header)
        return Error(header.error().code, header.error().text);
    const Schema& schema = place.schema == nullptr ? currentSchema() : *place.schema;
    TRY(refuseNewer(files, schema));
    Database database = TRY(openToRead(place));
    // The log may know better than the header.
    const auto version = TRY(database.number("PRAGMA user_version"));
    if (version != schema.version)
        return Error{
            Code::Unsupported,
            words("the sessions have schema ", version, ", this Trifold reads ", schema.version)};
    return Reader(std::move(database), Blobs(files.blobs()));
}

Result<std::vector<SessionLine>> Reader::list(Shelf shelf)
{
    std::vector<SessionLine> lines;
    Query row = TRY(
        m_database.query("SELECT body, changed_at, turns FROM session WHERE (trashed_at > 0) = ? "
                         "ORDER BY changed DESC",
                         std::int64_t(shelf == Shelf::Trash)));
    while (TRY(row.step())) {
        const Session session = TRY(sessionFrom(row.text(0)));
        lines.push_back({session.id, session.title, session.createdAt, row.number(1),
                         session.trashedAt, row.number(2)});
    }
    return lines;
}

Result<Session> Reader::loadHead(const SessionId& id)
{
    Query row =
        TRY(m_database.query("SELECT body FROM session WHERE id = ?", std::string_view(id)));
    if (!TRY(row.step()))
        return Error{Code::NotFound, words("no session ", id)};
    return sessionFrom(row.text(0));
}

/// Turns whose answer is being written lack what came since their row was.
Result<> Reader::loadTurns(Session& session)
{
    std::map<TurnId, Seq> streaming;
    Query row =
        TRY(m_database.query("SELECT id, upto, body FROM turn WHERE session = ? ORDER BY key",
                             std::string_view(session.id)));
    while (TRY(row.step())) {
        session.turns.push_back(TRY(turnFrom(row.text(2))));
        if (session.turns.back().ending.state == TurnState::Streaming)
            streaming[row.number(0)] = row.number(1);
    }
    if (streaming.empty())
        return {};
    const auto oldest = std::min_element(streaming.begin(), streaming.end(),
                                         [](auto& a, auto& b) { return a.second < b.second; });
    return eachEvent(m_database, session.id, oldest->second, [&](const Event& event) -> Result<> {
        const auto* grew = std::get_if<PartsGrew>(&event.change);
        if (grew != nullptr && streaming.contains(grew->turn) && streaming[grew->turn] < event.seq)
            apply(session, event);
        return {};
    });
}

Result<Session> Reader::load(const SessionId& id)
{
    Session session;
    TRY(m_database.transactionToRead([&]() -> Result<> {
        session = TRY(loadHead(id));
        TRY(loadTurns(session));
        Query desk =
            TRY(m_database.query("SELECT body FROM desk WHERE session = ?", std::string_view(id)));
        if (TRY(desk.step()))
            session.desk = TRY(deskFrom(desk.text(0)));
        return {};
    }));
    return session;
}

Result<SessionId> Reader::complete(std::string_view beginning)
{
    std::vector<SessionId> ids;
    Query row = TRY(m_database.query("SELECT id FROM session WHERE substr(id, 1, ?) = ? LIMIT 2",
                                     static_cast<std::int64_t>(beginning.size()), beginning));
    while (TRY(row.step()))
        ids.emplace_back(row.text(0));
    if (ids.empty())
        return Error{Code::NotFound, words("no session begins with \"", beginning, "\"")};
    if (ids.size() > 1)
        return Error{Code::BadInput,
                     words("more than one session begins with \"", beginning, "\"")};
    return ids.front();
}

Result<std::vector<Found>> Reader::search(const SearchRequest& request)
{
    std::vector<Found> found;
    const auto wanted = wantedIn(request.typed, request.lastWord);
    if (wanted.empty())
        return found;
    const std::string match = matchOf(wanted);
    Query row = TRY(m_database.query(
        "SELECT search.rowid, turn.session, turn.id, turn.body, session.body FROM search "
        "JOIN turn ON turn.key = search.rowid / 2 JOIN session ON session.id = turn.session "
        "WHERE search MATCH ? AND turn.removed = 0 AND session.trashed_at = 0 "
        "ORDER BY search.rowid DESC LIMIT ?",
        std::string_view(match), std::int64_t(request.most)));
    while (TRY(row.step())) {
        const Turn turn = TRY(turnFrom(row.text(3)));
        const FoundIn in = row.number(0) % 2 == 0 ? FoundIn::Question : FoundIn::Answer;
        const std::string title = TRY(sessionFrom(row.text(4))).title;
        found.push_back(
            {std::string(row.text(1)), title, turn.id, in,
             excerptOf(in == FoundIn::Question ? turn.question.text : searchableText(turn),
                       wanted)});
    }
    return found;
}

} // namespace tf::session
