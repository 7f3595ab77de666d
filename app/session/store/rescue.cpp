#include "app/session/store/rescue.h"

#include "app/session/store/salvage.h"
#include "app/session/store/tables.h"
#include "kernels/base/words.h"

namespace tf::session {

namespace {

namespace fs = std::filesystem;

void removeFile(const fs::path& path)
{
    std::error_code ignored;
    fs::remove(path, ignored);
}

/// A row found twice is the same row.
Result<> keepRow(Database& database, const EventRow& row)
{
    const auto there = TRY(database.number("SELECT count(*) FROM event WHERE seq = ?", row.seq));
    return there != 0 ? Result<>() : insert(database, row);
}

/// Damage ends the reading; want of memory ends the rescue, which the next start begins anew.
Result<> unlessOutOfMemory(const Error& error)
{
    return error.code == Code::OutOfMemory ? Result<>(error) : Result<>();
}

/// Drafts have no sum: what SQLite still reads is taken.
Result<> keepDesks(Database& database, const fs::path& damaged, const std::string& vfs)
{
    auto old = Database::open(damaged, Mode::Read, vfs);
    if (!old)
        return unlessOutOfMemory(old.error());
    auto row = old->query("SELECT session, body FROM desk");
    if (!row)
        return unlessOutOfMemory(row.error());
    auto step = row->step();
    for (; step && *step; step = row->step()) {
        const std::string session(row->text(0));
        const std::string body(row->text(1));
        TRY(database.run("INSERT OR REPLACE INTO desk(session, body) VALUES(?, ?)",
                         std::string_view(session), std::string_view(body)));
    }
    return step ? Result<>() : unlessOutOfMemory(step.error());
}

/// Events that this program cannot read any more are left out of the new store.
Result<> dropUnreadable(Database& database)
{
    std::vector<std::int64_t> unreadable;
    {
        Query query = TRY(database.query(
            "SELECT seq, session, kind, payload, time, sum FROM event ORDER BY seq"));
        while (TRY(query.step())) {
            EventRow row;
            row.seq = query.number(0);
            row.kind = query.text(2);
            row.payload = query.text(3);
            if (!eventOf(row))
                unreadable.push_back(row.seq);
        }
    }
    for (const std::int64_t seq : unreadable)
        TRY(database.run("DELETE FROM event WHERE seq = ?", seq));
    return {};
}

/// Pages and logs may still hold what was purged: it stays gone, and is not missing.
Result<std::int64_t> purgeAgain(Database& database)
{
    std::vector<Event> purges;
    TRY(eachEvent(database, [&purges](const Event& event) -> Result<> {
        if (std::holds_alternative<SessionPurged>(event.change))
            purges.push_back(event);
        return {};
    }));
    std::int64_t numPurged = 0;
    for (const Event& purge : purges) {
        TRY(purgeEvents(database, purge.session, purge.seq));
        numPurged += std::get<SessionPurged>(purge.change).events;
    }
    return numPurged;
}

Result<Rescued> counted(Database& database, std::int64_t numPurged)
{
    Rescued rescued;
    rescued.events = TRY(database.number("SELECT count(*) FROM event"));
    rescued.sessions = TRY(database.number("SELECT count(*) FROM session"));
    rescued.turns = TRY(database.number("SELECT count(*) FROM turn"));
    const auto last = TRY(database.number("SELECT coalesce(max(seq), 0) FROM event"));
    rescued.missing = last - rescued.events - numPurged;
    return rescued;
}

Result<Rescued> fill(Database& database, const StoreFiles& files, const std::string& vfs)
{
    std::int64_t numPurged = 0;
    TRY(database.transaction([&]() -> Result<> {
        TRY(salvage(files.database(), [&](const EventRow& row) { return keepRow(database, row); }));
        TRY(dropUnreadable(database));
        numPurged = TRY(purgeAgain(database));
        TRY(keepDesks(database, files.database(), vfs));
        return Tables(database).rebuild();
    }));
    return counted(database, numPurged);
}

} // namespace

Result<Rescued> rescue(const StoreFiles& files, const Schema& schema, const std::string& vfs)
{
    const fs::path fresh = files.rescuing();
    removeFile(fresh);
    removeFile(fresh.native() + "-journal");
    Rescued rescued;
    {
        Database database = TRY(Database::open(fresh, Mode::Write, vfs));
        TRY(database.script("PRAGMA synchronous=FULL;"));
        TRY(createTables(database, schema));
        rescued = TRY(fill(database, files, vfs));
    }
    TRY(moveFile(fresh, files.rescued()));
    TRY(files.keepNames());
    rescued.aside = TRY(finishRescue(files));
    return rescued;
}

Result<fs::path> finishRescue(const StoreFiles& files)
{
    std::error_code ignored;
    if (!fs::exists(files.rescued(), ignored))
        return fs::path();
    const fs::path aside = files.beside("damaged");
    TRY(moveFile(files.database(), aside));
    TRY(moveFile(files.log(), aside.native() + "-wal"));
    removeFile(files.sharedMemory());
    TRY(files.keepNames());
    TRY(moveFile(files.rescued(), files.database()));
    TRY(files.keepNames());
    return aside;
}

} // namespace tf::session
