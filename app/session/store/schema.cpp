#include "app/session/store/schema.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#define XXH_INLINE_ALL // NOLINT(*-macro-usage): how this header is told to need no library
#include <xxhash.h>

#include <array>
#include <cerrno>
#include <fstream>

namespace tf::session {

namespace {

constexpr const char* kTables = R"(
CREATE TABLE event(
    seq INTEGER PRIMARY KEY, session TEXT NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL,
    time INTEGER NOT NULL, sum INTEGER NOT NULL);
CREATE INDEX event_of_session ON event(session, seq);
CREATE TABLE desk(session TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE session(
    id TEXT PRIMARY KEY, changed INTEGER NOT NULL, changed_at INTEGER NOT NULL,
    trashed_at INTEGER NOT NULL, turns INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE turn(
    key INTEGER PRIMARY KEY, session TEXT NOT NULL, id INTEGER NOT NULL, state INTEGER NOT NULL,
    removed INTEGER NOT NULL, upto INTEGER NOT NULL, body TEXT NOT NULL);
CREATE UNIQUE INDEX turn_of_session ON turn(session, id);
CREATE INDEX turn_streaming ON turn(state) WHERE state = 0;
CREATE VIRTUAL TABLE search USING fts5(words, parts, content='', columnsize=0, prefix='3 4 5',
    tokenize='ascii');
)";

std::string versionSql(int version)
{
    return words("PRAGMA application_id=", kApplicationId, "; PRAGMA user_version=", version, ";");
}

std::int64_t bigEndian(const char* bytes)
{
    std::uint32_t number = 0;
    for (int idx = 0; idx < 4; ++idx)
        number = number << 8 | static_cast<unsigned char>(bytes[idx]);
    return number;
}

/// Number of events and the exclusive or of their sums, each held against its row.
struct Tally {
    std::int64_t events = 0;
    std::int64_t sums = 0;
};

Result<Tally> tally(Database& database)
{
    Tally tally;
    Query row = TRY(database.query("SELECT seq, session, kind, payload, time, sum FROM event"));
    while (TRY(row.step())) {
        const std::int64_t sum =
            sumOf(row.number(0), row.text(1), row.text(2), row.text(3), row.number(4));
        if (sum != row.number(5))
            return Error{Code::Corrupt, words("event ", row.number(0), " does not fit its sum")};
        ++tally.events;
        tally.sums ^= sum;
    }
    return tally;
}

} // namespace

const Schema& currentSchema()
{
    static const Schema schema = {1, kTables, {}};
    return schema;
}

Result<Header> readHeader(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return systemError(errno, words("cannot open ", path.native()));
    std::array<char, 100> bytes{};
    file.read(bytes.data(), bytes.size());
    constexpr std::string_view kMagic("SQLite format 3\0", 16);
    if (file.gcount() == 0)
        return Error{Code::NotFound, words(path.native(), " is empty")};
    if (file.gcount() != bytes.size() || std::string_view(bytes.data(), 16) != kMagic)
        return Error{Code::Corrupt, words(path.native(), " is no SQLite file")};
    return Header{static_cast<int>(bigEndian(&bytes[60])), bigEndian(&bytes[68])};
}

Result<> createTables(Database& database, const Schema& schema)
{
    return database.transaction(
        [&] { return database.script(schema.tables + versionSql(schema.version)); });
}

Result<> migrate(Database& database, const Schema& schema, int from)
{
    return database.transaction([&]() -> Result<> {
        for (const Migration& step : schema.migrations) {
            if (step.version > from)
                TRY(database.script(step.sql).because(words("migrating to ", step.version)));
        }
        return database.script(versionSql(schema.version));
    });
}

Result<> backUp(Database& database, const std::filesystem::path& path, const std::string& vfs)
{
    TRY(database.copyTo(path, vfs));
    Database copy = TRY(Database::open(path, Mode::Read, vfs));
    TRY(copy.check().because("checking the backup"));
    const Tally was = TRY(tally(database));
    const Tally now = TRY(tally(copy).because("checking the backup"));
    if (was.events != now.events || was.sums != now.sums)
        return Error{Code::Corrupt, words("the backup ", path.native(), " holds other events")};
    return {};
}

std::int64_t sumOf(std::int64_t seq, std::string_view session, std::string_view kind,
                   std::string_view payload, std::int64_t time)
{
    XXH3_state_t state;
    XXH3_64bits_reset(&state);
    XXH3_64bits_update(&state, &seq, sizeof seq);
    XXH3_64bits_update(&state, &time, sizeof time);
    for (const std::string_view text : {session, kind, payload}) {
        const std::uint64_t size = text.size();
        XXH3_64bits_update(&state, &size, sizeof size);
        XXH3_64bits_update(&state, text.data(), text.size());
    }
    return static_cast<std::int64_t>(XXH3_64bits_digest(&state));
}

} // namespace tf::session
