#include "app/session/store/open_store.h"

#include "app/session/store/event_rows.h"
#include "app/session/store/salvage.h"
#include "app/session/store/tables.h"
#include "kernels/base/words.h"

namespace tf::session {

namespace {

namespace fs = std::filesystem;

const Schema& schemaOf(const StorePlace& place)
{
    return place.schema == nullptr ? currentSchema() : *place.schema;
}

Error newer(int version, int known)
{
    return {Code::Unsupported,
            words("the sessions were written by a newer Trifold (schema ", version,
                  ", this one knows ", known, "); nothing was changed")};
}

/// Damage, or statements that do not fit the tables: also damage, since the version fits.
bool isDamage(const Error& error)
{
    return error.code == Code::Corrupt || error.code == Code::Internal;
}

Result<bool> useLog(Database& database)
{
    Query mode = TRY(database.query("PRAGMA journal_mode=WAL"));
    TRY(mode.step());
    return mode.text(0) == "wal";
}

/// A store that comes from elsewhere may have a log, and what is in it is read first. Only who is
/// alone can do so without shared memory.
Result<> leaveLog(Database& database)
{
    return database.script("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=DELETE; "
                           "PRAGMA locking_mode=NORMAL; SELECT count(*) FROM sqlite_master;");
}

/// FULL: a commit is on the disk when it returns. Without a log the deleted journal's name must be
/// there, too.
Result<> makeSafe(Database& database, OpenReport& report)
{
    if (report.withoutLog.empty() && !TRY(useLog(database)))
        report.withoutLog = "this file system has no shared memory";
    TRY(database.script(report.withoutLog.empty() ? "PRAGMA synchronous=FULL;"
                                                  : "PRAGMA synchronous=EXTRA;"));
    return database.script("PRAGMA wal_autocheckpoint=1000; PRAGMA journal_size_limit=8388608;");
}

Result<> lookThrough(Database& database, Check check)
{
    if (check == Check::No)
        return {};
    TRY(database.check());
    if (check == Check::Pages)
        return {};
    // Derived rows have no sums: made again, they are as true as the events.
    TRY(eachEvent(database, [](const Event&) { return Result<>(); }));
    return database.transaction([&] { return Tables(database).rebuild(); });
}

Result<> bringUpToDate(Database& database, const StorePlace& place, int version, OpenReport& report)
{
    const Schema& schema = schemaOf(place);
    if (version > schema.version)
        return newer(version, schema.version);
    if (version == schema.version)
        return {};
    const StoreFiles files{place.folder};
    const fs::path backup = files.beside(words("before-", schema.version));
    TRY(backUp(database, backup, place.vfs).because("backing up before the schema changes"));
    TRY(files.keepNames());
    report.backup = backup;
    TRY(migrate(database, schema, version));
    TRY(database.transaction([&] { return Tables(database).rebuild(); }));
    // An older program looks for the version in the file, not in the log.
    return database.script("PRAGMA wal_checkpoint(TRUNCATE);");
}

Result<Database> openOnce(const StorePlace& place, Check check, OpenReport& report)
{
    const StoreFiles files{place.folder};
    Database database = TRY(Database::open(files.database(), Mode::Write, place.vfs));
    report.withoutLog = files.whyWithoutLog();
    if (!report.withoutLog.empty())
        TRY(leaveLog(database));
    const auto tables = TRY(database.number("SELECT count(*) FROM sqlite_master"));
    const auto version = static_cast<int>(TRY(database.number("PRAGMA user_version")));
    if (version > schemaOf(place).version)
        return newer(version, schemaOf(place).version);
    TRY(makeSafe(database, report));
    if (tables == 0)
        TRY(createTables(database, schemaOf(place)));
    else if (version < schemaOf(place).version)
        TRY(bringUpToDate(database, place, version, report));
    TRY(lookThrough(database, tables == 0 ? Check::No : check));
    // Each derived table is asked once, so that damage at the top shows now.
    TRY(database.number("SELECT count(*) FROM session WHERE trashed_at < 0"));
    TRY(database.number("SELECT count(*) FROM turn WHERE key < 0"));
    TRY(database.number("SELECT count(*) FROM search WHERE search MATCH 'a' AND rowid < 0"));
    return database;
}

/// What was left of a store whose file is gone, or is no store at all.
Result<> mustBeAStore(const StoreFiles& files)
{
    const auto header = readHeader(files.database());
    std::error_code ignored;
    const bool hasLog =
        fs::exists(files.log(), ignored) && fs::file_size(files.log(), ignored) != 0;
    if (!header && header.error().code == Code::NotFound)
        return hasLog ? Result<>(Error(Code::Corrupt, "the store is gone, its log is not"))
                      : Result<>();
    if (!header)
        return Error(header.error().code, header.error().text);
    if (header->applicationId != kApplicationId && header->applicationId != 0)
        return Error{Code::Corrupt, "the file belongs to another program"};
    return {};
}

} // namespace

Result<> refuseNewer(const StoreFiles& files, const Schema& schema)
{
    const auto header = readHeader(files.database());
    if (header && header->applicationId == kApplicationId && header->version > schema.version)
        return newer(header->version, schema.version);
    return {};
}

Result<OpenedStore> openToWrite(const StorePlace& place, Check check)
{
    const StoreFiles files{place.folder};
    OpenReport report;
    const fs::path aside = TRY(finishRescue(files));
    Result<> looks = mustBeAStore(files);
    if (looks && check == Check::Everything)
        looks = checkLog(files.database());
    if (looks) {
        auto database = openOnce(place, check, report);
        if (database)
            return OpenedStore{std::move(database).value(), std::move(report)};
        looks = std::move(database).error();
    }
    if (!isDamage(looks.error()))
        return std::move(looks).error();
    Rescued rescued = TRY(rescue(files, schemaOf(place), place.vfs)
                              .because(words("rescuing a damaged store, ", looks.error().text)));
    rescued.reason = looks.error().text;
    report = OpenReport();
    Database database = TRY(openOnce(place, Check::No, report));
    report.rescued = std::move(rescued);
    return OpenedStore{std::move(database), std::move(report)};
}

} // namespace tf::session
