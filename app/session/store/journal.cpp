#include "app/session/store/journal.h"

#include "app/session/moment.h"
#include "app/session/replay.h"
#include "app/session/session_json.h"
#include "app/session/store/desk_contents.h"
#include "app/session/store/event_rows.h"
#include "engine/json/utf8_repair.h"
#include "kernels/base/words.h"

#include <random>

namespace tf::session {

namespace {

SessionId freshId()
{
    std::random_device random;
    constexpr std::string_view kDigits = "0123456789abcdef";
    SessionId id;
    for (int word = 0; word < 4; ++word) {
        auto bits = random();
        for (int digit = 0; digit < 8; ++digit, bits >>= 4)
            id += kDigits[bits & 15];
    }
    return id;
}

Check checkAfter(StoreLock::Left left)
{
    switch (left) {
    case StoreLock::Left::Clean:
        return Check::No;
    case StoreLock::Left::Killed:
        return Check::Pages;
    case StoreLock::Left::Touched:
        return Check::Everything;
    }
    return Check::Everything;
}

/// A turn that came streaming from elsewhere.
void interrupt(Turn& turn)
{
    if (turn.ending.state != TurnState::Streaming)
        return;
    turn.ending.state = TurnState::Interrupted;
    turn.ending.reason = "it was still streaming when it was exported";
    turn.endedAt = turn.beganAt;
}

/// The input was wrong, not the disk.
bool isOurs(const Error& error)
{
    return error.code == Code::BadInput || error.code == Code::NotFound;
}

} // namespace

Journal::Journal(StorePlace place, StoreLock lock)
    : m_place(std::move(place))
    , m_lock(std::move(lock))
    , m_blobs(StoreFiles{m_place.folder}.blobs())
{
}

Result<std::unique_ptr<Journal>> Journal::open(StorePlace place)
{
    std::error_code failed;
    std::filesystem::create_directories(place.folder, failed);
    if (failed)
        return Error{Code::Denied,
                     words("cannot make ", place.folder.native(), ": ", failed.message())};
    const StoreFiles files{place.folder};
    TRY(refuseNewer(files, place.schema == nullptr ? currentSchema() : *place.schema));
    StoreLock lock = TRY(StoreLock::take(files.lock(), files.database()));
    const Check check = checkAfter(lock.left());
    TRY(lock.enter());
    std::unique_ptr<Journal> journal(new Journal(std::move(place), std::move(lock)));
    TRY(journal->connect(check));
    return journal;
}

Journal::~Journal()
{
    if (!m_database || m_doubtful)
        return; // the next start checks
    const bool isEmptied = m_database->script("PRAGMA wal_checkpoint(TRUNCATE);").has_value();
    m_tables.reset();
    m_database.reset();
    if (isEmptied)
        (void)m_lock.leave();
}

Result<> Journal::connect(Check check)
{
    m_tables.reset();
    m_database.reset();
    OpenedStore opened = TRY(openToWrite(m_place, check));
    m_database.emplace(std::move(opened.database));
    m_tables.emplace(*m_database);
    m_report = std::move(opened.report);
    m_next = TRY(m_database->number("SELECT coalesce(max(seq), 0) + 1 FROM event"));
    if (!m_doubtful)
        TRY(endStreams());
    return {};
}

/// A new connection, looked through, after a failure of the disk.
Result<> Journal::settle()
{
    if (m_database && !m_doubtful)
        return {};
    if (!m_doubtful)
        m_doubtful = m_next;
    return connect(Check::Pages);
}

Result<> Journal::endStreams()
{
    std::vector<Event> events;
    {
        Query row = TRY(m_database->query(
            "SELECT session, id, (SELECT max(time) FROM event WHERE event.session = turn.session) "
            "FROM turn WHERE state = 0"));
        while (TRY(row.step())) {
            Ending ending = {TurnState::Interrupted, "Trifold ended before the answer did", {}};
            events.push_back({.session = std::string(row.text(0)),
                              .time = row.number(2),
                              .change = TurnEnded{row.number(1), std::move(ending)}});
        }
    }
    m_report.interrupted = static_cast<std::int64_t>(events.size());
    if (!events.empty())
        TRY(append(events));
    return {};
}

Result<> Journal::write(std::span<const Event> events)
{
    return m_database->transaction([&]() -> Result<> {
        Seq seq = m_next;
        for (Event event : events) {
            event.seq = seq++;
            TRY(insert(*m_database, TRY(rowOf(event))));
            TRY(m_tables->apply(event));
        }
        return {};
    });
}

Result<bool> Journal::isStored(std::span<const Event> events)
{
    Seq seq = *m_doubtful;
    for (Event event : events) {
        event.seq = seq++;
        const EventRow row = TRY(rowOf(event));
        const auto same = TRY(m_database->number(
            "SELECT count(*) FROM event WHERE seq = ? AND sum = ?", row.seq, row.sum));
        if (same == 0)
            return false;
    }
    return true;
}

Result<Seq> Journal::append(std::span<const Event> events)
{
    TRY(settle());
    if (m_doubtful && TRY(isStored(events))) {
        m_doubtful.reset();
        return m_next - 1;
    }
    m_doubtful.reset();
    Result<> written = write(events);
    if (written) {
        m_next += static_cast<Seq>(events.size());
        return m_next - 1;
    }
    m_tables->forgetOpen();
    if (isOurs(written.error()) || m_database->lastWasFull())
        return std::move(written).error();
    m_doubtful = m_next;
    if (settle() && TRY(isStored(events))) {
        m_doubtful.reset();
        return m_next - 1;
    }
    return std::move(written).error();
}

/// What failed at the disk makes the connection one that is not to be trusted.
Result<> Journal::doubted(Result<> done)
{
    const bool isDisk = !done && !isOurs(done.error()) && !m_database->lastWasFull();
    if (isDisk && !m_doubtful)
        m_doubtful = m_next;
    if (!done)
        m_tables->forgetOpen();
    return done;
}

Result<SessionId> Journal::create(Created created)
{
    SessionId id = freshId();
    const Event event = {.session = id, .time = nowMs(), .change = std::move(created)};
    TRY(append({&event, 1}));
    return id;
}

Result<Change> Journal::withWas(const SessionId& id, Change change)
{
    Session head = TRY(m_tables->head(id));
    if (auto* renamed = std::get_if<Renamed>(&change))
        renamed->was = std::move(head.title);
    else if (auto* configured = std::get_if<Configured>(&change))
        configured->was = std::move(head.settings);
    else if (auto* sources = std::get_if<SourcesChanged>(&change))
        sources->was = std::move(head.sources);
    else if (auto* trashed = std::get_if<Trashed>(&change))
        trashed->was = head.trashedAt;
    else if (auto* removed = std::get_if<TurnRemoved>(&change))
        removed->was = TRY(m_tables->turn(id, removed->turn)).removed;
    else if (std::holds_alternative<Created>(change))
        return Error{Code::BadInput, words("session ", id, " is already there")};
    else if (std::holds_alternative<SessionPurged>(change))
        return Error{Code::BadInput, "purging is no change to one session"};
    return change;
}

Result<Seq> Journal::change(const SessionId& id, Change change)
{
    TRY(settle());
    Event event = {.session = id, .time = nowMs()};
    event.change = TRY(withWas(id, std::move(change)));
    return append({&event, 1});
}

Result<TurnId> Journal::begin(const SessionId& id, Question question)
{
    TRY(settle());
    TRY(m_tables->head(id));
    if (question.parent != kNoTurn && !TRY(m_tables->has(id, question.parent)))
        return Error{Code::NotFound, words("no turn ", question.parent, " in session ", id)};
    const TurnId turn = TRY(m_tables->lastTurn(id)) + 1;
    const Event event = {
        .session = id, .time = nowMs(), .change = TurnBegan{turn, std::move(question)}};
    TRY(append({&event, 1}));
    return turn;
}

Result<Seq> Journal::undo(const SessionId& id)
{
    TRY(settle());
    std::vector<Event> done;
    TRY(eachEvent(*m_database, id, 0, [&done](const Event& event) -> Result<> {
        if (event.undoes)
            std::erase_if(done, [&](const Event& one) { return one.seq == *event.undoes; });
        else if (inverseOf(event.change))
            done.push_back(event);
        return {};
    }));
    if (done.empty())
        return Error{Code::NotFound, "nothing to undo"};
    const Event event = {.session = id,
                         .time = nowMs(),
                         .undoes = done.back().seq,
                         .change = *inverseOf(done.back().change)};
    return append({&event, 1});
}

Result<> Journal::keepDesk(const SessionId& id, const Desk& desk)
{
    TRY(settle());
    TRY(m_tables->head(id));
    return putDesk(id, desk);
}

Result<> Journal::putDesk(const SessionId& id, const Desk& desk)
{
    const std::string body = json::write(toJson(desk));
    if (json::repairedUtf8(body) != body)
        return Error{Code::BadInput, "a draft is not UTF-8"};
    return doubted(m_database->run("INSERT OR REPLACE INTO desk(session, body) VALUES(?, ?)",
                                   std::string_view(id), std::string_view(body)));
}

Result<bool> Journal::has(const SessionId& id)
{
    TRY(settle());
    const auto head = m_tables->head(id);
    if (!head && head.error().code != Code::NotFound)
        return Error(head.error().code, head.error().text);
    return head.has_value();
}

Result<Seq> Journal::end(const SessionId& id, TurnId turn, Ending ending)
{
    TRY(settle());
    if (!TRY(m_tables->has(id, turn)))
        return Error{Code::NotFound, words("no turn ", turn, " in session ", id)};
    const Event event = {
        .session = id, .time = nowMs(), .change = TurnEnded{turn, std::move(ending)}};
    return append({&event, 1});
}

Result<std::vector<SessionId>> Journal::adopt(std::vector<Session> sessions)
{
    TRY(settle());
    std::vector<SessionId> ids;
    std::vector<Event> events;
    for (Session& session : sessions) {
        if (session.id.empty() || m_tables->head(session.id))
            session.id = freshId();
        for (Turn& turn : session.turns)
            interrupt(turn);
        for (Event& event : eventsOf(session))
            events.push_back(std::move(event));
        ids.push_back(session.id);
    }
    // Desks first: one without its session is nothing, a session without its draft is a loss.
    for (const Session& session : sessions) {
        if (session.desk != Desk())
            TRY(putDesk(session.id, session.desk));
    }
    TRY(append(events));
    return ids;
}

Result<Journal::Purged> Journal::purge(std::int64_t time)
{
    TRY(settle());
    std::vector<SessionId> ids;
    {
        Query row = TRY(m_database->query(
            "SELECT id FROM session WHERE trashed_at > 0 AND trashed_at < ?", time));
        while (TRY(row.step()))
            ids.emplace_back(row.text(0));
    }
    for (const SessionId& id : ids)
        TRY(doubted(remove(id)));
    Purged purged;
    purged.sessions = static_cast<std::int64_t>(ids.size());
    if (!ids.empty())
        purged.swept = TRY(m_blobs.sweep(TRY(usedBlobs())));
    return purged;
}

Result<> Journal::remove(const SessionId& id)
{
    Event event = {.seq = m_next, .session = id, .time = nowMs()};
    Result<> done = m_database->transaction([&]() -> Result<> {
        event.change = SessionPurged{TRY(purgeEvents(*m_database, id, event.seq))};
        TRY(insert(*m_database, TRY(rowOf(event))));
        TRY(m_tables->apply(event));
        return m_database->run("DELETE FROM desk WHERE session = ?", std::string_view(id));
    });
    m_next += done ? 1 : 0;
    return done;
}

Result<std::set<std::string>> Journal::usedBlobs()
{
    std::set<std::string> used;
    TRY(eachEvent(*m_database, [&used](const Event& event) -> Result<> {
        if (const auto* began = std::get_if<TurnBegan>(&event.change)) {
            for (const Attachment& attachment : began->question.attachments)
                used.insert(attachment.blob);
            for (const ManifestItem& item : began->question.manifest)
                used.insert(item.blob);
        }
        if (const auto* sources = std::get_if<SourcesChanged>(&event.change)) {
            for (const auto* list : {&sources->was, &sources->now})
                for (const Source& source : *list)
                    used.insert(source.blob);
        }
        return {};
    }));
    Query desks = TRY(m_database->query("SELECT body FROM desk"));
    while (TRY(desks.step()))
        used.merge(idsIn(desks.text(0)));
    return used;
}

Result<> Journal::backUpTo(const std::filesystem::path& path)
{
    TRY(settle());
    return backUp(*m_database, path, m_place.vfs);
}

Result<> Journal::rebuild()
{
    TRY(settle());
    return doubted(m_database->transaction([&] { return m_tables->rebuild(); }));
}

} // namespace tf::session
