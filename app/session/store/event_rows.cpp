#include "app/session/store/event_rows.h"

#include "app/session/event_codec.h"
#include "app/session/store/schema.h"
#include "kernels/base/words.h"

namespace tf::session {

namespace {

Result<> deliver(Query& query, const EventSink& sink)
{
    while (TRY(query.step())) {
        const EventRow row = {.seq = query.number(0),
                              .session = std::string(query.text(1)),
                              .kind = std::string(query.text(2)),
                              .payload = std::string(query.text(3)),
                              .time = query.number(4),
                              .sum = query.number(5)};
        if (!row.fitsSum())
            return Error{Code::Corrupt, words("event ", row.seq, " does not fit its sum")};
        TRY(sink(TRY(eventOf(row))));
    }
    return {};
}

} // namespace

bool EventRow::fitsSum() const
{
    return sum == sumOf(seq, session, kind, payload, time);
}

Result<EventRow> rowOf(const Event& event)
{
    EventRow row;
    row.payload = TRY(encodePayload(event));
    row.seq = event.seq;
    row.session = event.session;
    row.kind = kindOf(event.change);
    row.time = event.time;
    row.sum = sumOf(row.seq, row.session, row.kind, row.payload, row.time);
    return row;
}

Result<Event> eventOf(const EventRow& row)
{
    Event event = TRY(decodePayload(row.kind, row.payload).because(words("event ", row.seq)));
    event.seq = row.seq;
    event.session = row.session;
    event.time = row.time;
    return event;
}

Result<> insert(Database& database, const EventRow& row)
{
    return database.run("INSERT INTO event(seq, session, kind, payload, time, sum) "
                        "VALUES(?, ?, ?, ?, ?, ?)",
                        row.seq, std::string_view(row.session), std::string_view(row.kind),
                        std::string_view(row.payload), row.time, row.sum);
}

Result<std::int64_t> purgeEvents(Database& database, const SessionId& session, Seq before)
{
    const std::string_view kept = kindOf(SessionPurged());
    const auto count = TRY(
        database.number("SELECT count(*) FROM event WHERE session = ? AND seq < ? AND kind <> ?",
                        std::string_view(session), before, kept));
    TRY(database.run("DELETE FROM event WHERE session = ? AND seq < ? AND kind <> ?",
                     std::string_view(session), before, kept));
    return count;
}

Result<> eachEvent(Database& database, const SessionId& session, Seq after, const EventSink& sink)
{
    Query query = TRY(database.query("SELECT seq, session, kind, payload, time, sum FROM event "
                                     "WHERE session = ? AND seq > ? ORDER BY seq",
                                     std::string_view(session), after));
    return deliver(query, sink);
}

Result<> eachEvent(Database& database, const EventSink& sink)
{
    Query query = TRY(
        database.query("SELECT seq, session, kind, payload, time, sum FROM event ORDER BY seq"));
    return deliver(query, sink);
}

} // namespace tf::session
