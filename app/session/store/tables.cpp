#include "app/session/store/tables.h"

#include "app/session/event_codec.h"
#include "app/session/replay.h"
#include "app/session/search/terms.h"
#include "app/session/session_json.h"
#include "app/session/store/event_rows.h"
#include "kernels/base/words.h"

namespace tf::session {

namespace {

struct Indexed {
    std::string words;
    std::string parts;
};

Indexed indexedOf(std::string_view text)
{
    Indexed indexed;
    for (const Term& term : termsOf(text.substr(0, kIndexedBytes))) {
        std::string& column = term.kind == TermKind::Part ? indexed.parts : indexed.words;
        column += column.empty() ? "" : " ";
        column += term.text;
    }
    return indexed;
}

template <class T>
Result<T> valueFrom(std::string_view body)
{
    const json::Value document =
        TRY(json::parse(body, {.maxBytes = std::size_t(1) << 30, .maxDepth = 32}));
    std::string trouble;
    Fields fields(document, "", trouble);
    T value;
    fieldsOf(fields, value);
    if (!trouble.empty())
        return Error{Code::Corrupt, trouble};
    return value;
}

/// Applies an event to a session that holds this turn alone.
void applyTo(Turn& turn, const Event& event)
{
    Session only;
    only.turns.push_back(std::move(turn));
    apply(only, event);
    turn = std::move(only.turns.front());
}

} // namespace

std::string searchableText(const Turn& turn)
{
    std::string text;
    for (const Part& part : turn.parts) {
        const bool isFound = part.kind == PartKind::Text || part.kind == PartKind::Patch
            || part.kind == PartKind::ToolCall;
        if (isFound)
            text += words(part.name, part.name.empty() ? "" : " ", part.text, "\n");
    }
    return text;
}

Result<Turn> turnFrom(std::string_view body)
{
    return valueFrom<Turn>(body);
}

Result<Session> sessionFrom(std::string_view body)
{
    return valueFrom<Session>(body);
}

Result<Desk> deskFrom(std::string_view body)
{
    return valueFrom<Desk>(body);
}

Tables::Tables(Database& database)
    : m_database(database)
{
}

Result<> Tables::apply(const Event& event)
{
    if (const auto* change = std::get_if<TurnBegan>(&event.change))
        return begin(event, change->turn);
    if (const auto* change = std::get_if<PartsGrew>(&event.change))
        return grow(event, change->turn);
    if (const auto* change = std::get_if<TurnEnded>(&event.change))
        return end(event, change->turn);
    if (const auto* change = std::get_if<TurnRemoved>(&event.change))
        return markRemoved(event, change->turn);
    if (std::holds_alternative<SessionPurged>(event.change))
        return forget(event.session);
    return applyToHead(event);
}

Result<> Tables::rebuild()
{
    forgetOpen();
    TRY(m_database.run("INSERT INTO search(search) VALUES('delete-all')"));
    TRY(m_database.run("DELETE FROM turn"));
    TRY(m_database.run("DELETE FROM session"));
    return eachEvent(m_database, [this](const Event& event) { return apply(event); });
}

Result<> Tables::forget(const SessionId& id)
{
    std::vector<OpenTurn> turns;
    {
        Query row = TRY(
            m_database.query("SELECT key, body FROM turn WHERE session = ?", std::string_view(id)));
        while (TRY(row.step())) {
            Turn turn = TRY(turnFrom(row.text(1)));
            turns.push_back({std::move(turn), row.number(0)});
        }
    }
    for (const OpenTurn& gone : turns) {
        TRY(unindex(gone.key, Side::Asked, gone.turn.question.text));
        if (gone.turn.ending.state != TurnState::Streaming)
            TRY(unindex(gone.key, Side::Answered, searchableText(gone.turn)));
        m_open.erase({id, gone.turn.id});
    }
    TRY(m_database.run("DELETE FROM turn WHERE session = ?", std::string_view(id)));
    return m_database.run("DELETE FROM session WHERE id = ?", std::string_view(id));
}

Result<Session> Tables::head(const SessionId& id)
{
    Query row =
        TRY(m_database.query("SELECT body FROM session WHERE id = ?", std::string_view(id)));
    if (!TRY(row.step()))
        return Error{Code::NotFound, words("no session ", id)};
    return sessionFrom(row.text(0));
}

Result<Turn> Tables::turn(const SessionId& id, TurnId turn)
{
    Query row = TRY(m_database.query("SELECT body FROM turn WHERE session = ? AND id = ?",
                                     std::string_view(id), turn));
    if (!TRY(row.step()))
        return Error{Code::NotFound, words("no turn ", turn, " in session ", id)};
    return turnFrom(row.text(0));
}

Result<bool> Tables::has(const SessionId& id, TurnId turn)
{
    const auto count = TRY(m_database.number(
        "SELECT count(*) FROM turn WHERE session = ? AND id = ?", std::string_view(id), turn));
    return count != 0;
}

Result<TurnId> Tables::lastTurn(const SessionId& id)
{
    return m_database.number("SELECT coalesce(max(id), 0) FROM turn WHERE session = ?",
                             std::string_view(id));
}

Result<> Tables::applyToHead(const Event& event)
{
    auto session = head(event.session);
    if (!session && session.error().code != Code::NotFound)
        return std::move(session).error();
    Session changed = std::move(session).value_or(Session());
    tf::session::apply(changed, event);
    return writeHead(changed, event, 0);
}

Result<> Tables::begin(const Event& event, TurnId id)
{
    if (TRY(has(event.session, id)))
        return {};
    const TurnId parent = std::get<TurnBegan>(event.change).question.parent;
    Session family;
    if (TRY(has(event.session, parent)))
        family.turns.push_back({.id = parent});
    tf::session::apply(family, event);
    OpenTurn& open = m_open[{event.session, id}];
    open = {std::move(family.turns.back()), event.seq};
    TRY(writeTurn(open, event));
    TRY(index(open.key, Side::Asked, open.turn.question.text));
    auto session = head(event.session);
    if (!session && session.error().code != Code::NotFound)
        return std::move(session).error();
    Session counted = std::move(session).value_or(Session());
    counted.id = event.session;
    return writeHead(counted, event, 1);
}

Result<> Tables::grow(const Event& event, TurnId id)
{
    OpenTurn* open = TRY(this->open(event, id));
    const bool isResumed = open->turn.ending.state != TurnState::Streaming;
    if (isResumed)
        TRY(unindex(open->key, Side::Answered, searchableText(open->turn)));
    applyTo(open->turn, event);
    return isResumed ? writeTurn(*open, event) : Result<>();
}

Result<> Tables::end(const Event& event, TurnId id)
{
    OpenTurn* open = TRY(this->open(event, id));
    if (open->turn.ending.state != TurnState::Streaming)
        TRY(unindex(open->key, Side::Answered, searchableText(open->turn)));
    applyTo(open->turn, event);
    TRY(writeTurn(*open, event));
    TRY(index(open->key, Side::Answered, searchableText(open->turn)));
    m_open.erase({event.session, id});
    return m_database.run("UPDATE session SET changed = ?, changed_at = ? WHERE id = ?", event.seq,
                          event.time, std::string_view(event.session));
}

Result<> Tables::markRemoved(const Event& event, TurnId id)
{
    OpenTurn* open = TRY(this->open(event, id));
    applyTo(open->turn, event);
    TRY(writeTurn(*open, event));
    if (open->turn.ending.state != TurnState::Streaming)
        m_open.erase({event.session, id});
    return {};
}

/// From memory, else from its row and the events since; a turn whose beginning was lost is made.
Result<Tables::OpenTurn*> Tables::open(const Event& event, TurnId id)
{
    const Key key = {event.session, id};
    if (const auto found = m_open.find(key); found != m_open.end())
        return &found->second;
    OpenTurn open;
    Seq upto = 0;
    bool isThere = false;
    {
        Query row =
            TRY(m_database.query("SELECT key, upto, body FROM turn WHERE session = ? AND id = ?",
                                 std::string_view(event.session), id));
        isThere = TRY(row.step());
        if (isThere) {
            open.turn = TRY(turnFrom(row.text(2)));
            open.key = row.number(0);
            upto = row.number(1);
        }
    }
    if (!isThere) {
        Event began = event;
        began.change = TurnBegan{id, {}};
        TRY(begin(began, id));
        return &m_open.at(key);
    }
    if (open.turn.ending.state == TurnState::Streaming)
        TRY(eachEvent(m_database, event.session, upto, [&](const Event& later) -> Result<> {
            const auto* grew = std::get_if<PartsGrew>(&later.change);
            if (grew != nullptr && grew->turn == id && later.seq < event.seq)
                applyTo(open.turn, later);
            return {};
        }));
    return &(m_open[key] = std::move(open));
}

Result<> Tables::writeHead(const Session& session, const Event& event, std::int64_t numTurns)
{
    const std::string body = json::write(toJson(session));
    return m_database.run("INSERT INTO session(id, changed, changed_at, trashed_at, turns, body) "
                          "VALUES(?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT(id) DO UPDATE SET "
                          "changed = ?2, changed_at = ?3, trashed_at = ?4, turns = turns + ?5, "
                          "body = ?6",
                          std::string_view(session.id), event.seq, event.time, session.trashedAt,
                          numTurns, std::string_view(body));
}

Result<> Tables::writeTurn(const OpenTurn& open, const Event& event)
{
    const std::string body = json::write(toJson(open.turn));
    return m_database.run("INSERT INTO turn(key, session, id, state, removed, upto, body) "
                          "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(key) DO UPDATE SET "
                          "state = ?4, removed = ?5, upto = ?6, body = ?7",
                          open.key, std::string_view(event.session), open.turn.id,
                          static_cast<std::int64_t>(open.turn.ending.state),
                          static_cast<std::int64_t>(open.turn.removed), event.seq,
                          std::string_view(body));
}

Result<> Tables::index(std::int64_t key, Side side, std::string_view text)
{
    const Indexed indexed = indexedOf(text);
    if (indexed.words.empty())
        return {};
    return m_database.run("INSERT INTO search(rowid, words, parts) VALUES(?, ?, ?)",
                          key * 2 + (side == Side::Answered ? 1 : 0),
                          std::string_view(indexed.words), std::string_view(indexed.parts));
}

Result<> Tables::unindex(std::int64_t key, Side side, std::string_view text)
{
    const Indexed indexed = indexedOf(text);
    if (indexed.words.empty())
        return {};
    return m_database.run(
        "INSERT INTO search(search, rowid, words, parts) VALUES('delete', ?, ?, ?)",
        key * 2 + (side == Side::Answered ? 1 : 0), std::string_view(indexed.words),
        std::string_view(indexed.parts));
}

} // namespace tf::session
