#pragma once

// Events as rows of the table: written with their sum, read in order, held against it.
//
// Thread: one at a time, that of the database.

#include "app/session/event.h"
#include "app/session/store/database.h"

#include <functional>

namespace tf::session {

/// One row as it stands in the table.
struct EventRow {
    std::int64_t seq = 0;
    std::string session;
    std::string kind;
    std::string payload;
    std::int64_t time = 0;
    std::int64_t sum = 0;

    [[nodiscard]] bool fitsSum() const;
};

Result<EventRow> rowOf(const Event& event);
Result<Event> eventOf(const EventRow& row);

Result<> insert(Database& database, const EventRow& row);
/// Those of a session before this one go for good, but for earlier purges; how many there were.
/// Requires: stands inside a transaction.
Result<std::int64_t> purgeEvents(Database& database, const SessionId& session, Seq before);

using EventSink = std::function<Result<>(const Event&)>;

/// Every event of a session after `after`, oldest first; Corrupt when one does not fit its sum.
Result<> eachEvent(Database& database, const SessionId& session, Seq after, const EventSink& sink);
/// Every event of the store.
Result<> eachEvent(Database& database, const EventSink& sink);

} // namespace tf::session
