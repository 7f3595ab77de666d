#include "app/session/store/database.h"

#include "kernels/base/words.h"

#include <sqlite3.h>

#include <utility>

namespace tf::session {

namespace {

Code codeOf(int result)
{
    switch (result & 0xff) {
    case SQLITE_FULL:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_IOERR: // the disk, not the file
        return Code::Busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Code::Corrupt;
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
        return Code::Denied;
    case SQLITE_NOMEM:
        return Code::OutOfMemory;
    case SQLITE_TOOBIG:
        return Code::BadInput;
    default:
        return Code::Internal;
    }
}

Error sqliteErrorOf(sqlite3_stmt* statement)
{
    return sqliteError(sqlite3_db_handle(statement), sqlite3_sql(statement));
}

/// As a part of a file: address.
std::string escaped(std::string_view path)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string address;
    for (const char c : path) {
        if (c != '%' && c != '?' && c != '#') {
            address += c;
            continue;
        }
        address += '%';
        address += kDigits[static_cast<unsigned char>(c) >> 4];
        address += kDigits[static_cast<unsigned char>(c) & 15];
    }
    return address;
}

/// A file from elsewhere must not make us run what it brings along.
void distrust(sqlite3* handle)
{
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
}

} // namespace

Error sqliteError(sqlite3* handle, std::string_view tried)
{
    const int result = sqlite3_extended_errcode(handle);
    return {codeOf(result), words(tried, ": ", sqlite3_errmsg(handle), " (SQLite ", result, ")")};
}

Query::Query(sqlite3_stmt* statement)
    : m_statement(statement)
{
}

Query::~Query()
{
    if (m_statement == nullptr)
        return;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

Query::Query(Query&& other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
{
}

Result<bool> Query::step()
{
    const int result = sqlite3_step(m_statement);
    if (result == SQLITE_ROW)
        return true;
    if (result == SQLITE_DONE)
        return false;
    return sqliteErrorOf(m_statement);
}

Result<> Query::finish()
{
    while (TRY(step())) { }
    return {};
}

std::int64_t Query::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string_view Query::text(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    if (bytes == nullptr)
        return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

void Query::bind(int place, std::int64_t value)
{
    sqlite3_bind_int64(m_statement, place, value);
}

void Query::bind(int place, std::string_view value)
{
    const char* begin = value.data() == nullptr ? "" : value.data();
    sqlite3_bind_text64(m_statement, place, begin, value.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Database::Close::operator()(sqlite3* handle) const
{
    sqlite3_close_v2(handle);
}

void Database::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Result<Database> Database::open(const std::filesystem::path& path, Mode mode,
                                const std::string& vfs)
{
    const int access =
        mode == Mode::Write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    const std::string name = mode == Mode::Frozen
        ? words("file:", escaped(path.native()), "?immutable=1")
        : path.native();
    const int spelling = mode == Mode::Frozen ? SQLITE_OPEN_URI : 0;
    sqlite3* handle = nullptr;
    const int result = sqlite3_open_v2(
        name.c_str(), &handle, access | spelling | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
        vfs.empty() ? nullptr : vfs.c_str());
    Database database;
    database.m_handle.reset(handle);
    if (result != SQLITE_OK)
        return sqliteError(handle, words("opening ", path.native()));
    distrust(handle);
    sqlite3_busy_timeout(handle, 2000);
    TRY(database.script(
        "PRAGMA mmap_size=0; PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY;"));
    return database;
}

Result<Query> Database::prepared(const char* sql)
{
    auto& statement = m_statements[sql];
    if (statement == nullptr) {
        sqlite3_stmt* fresh = nullptr;
        if (sqlite3_prepare_v3(handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &fresh, nullptr)
            != SQLITE_OK)
            return sqliteError(handle(), sql);
        statement.reset(fresh);
    }
    return Query(statement.get());
}

Result<> Database::script(const std::string& sql)
{
    if (sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return sqliteError(handle(), sql.substr(0, 60));
    return {};
}

void Database::rollBack()
{
    if (sqlite3_get_autocommit(handle()) == 0)
        sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<> Database::copyTo(const std::filesystem::path& path, const std::string& vfs)
{
    Database copy = TRY(open(path, Mode::Write, vfs));
    TRY(copy.script("PRAGMA synchronous=FULL;"));
    sqlite3_backup* backup = sqlite3_backup_init(copy.handle(), "main", handle(), "main");
    if (backup == nullptr)
        return sqliteError(copy.handle(), words("copying to ", path.native()));
    sqlite3_backup_step(backup, -1);
    if (sqlite3_backup_finish(backup) != SQLITE_OK)
        return sqliteError(copy.handle(), words("copying to ", path.native()));
    // The copy says of itself that it has a log beside it; one file is all there shall be.
    return copy.script("PRAGMA journal_mode=DELETE;");
}

bool Database::lastWasFull() const
{
    return sqlite3_errcode(handle()) == SQLITE_FULL && sqlite3_get_autocommit(handle()) != 0;
}

Result<> Database::check()
{
    Query query = TRY(prepared("PRAGMA quick_check(1)"));
    if (!TRY(query.step()))
        return Error{Code::Corrupt, "quick_check says nothing"};
    if (query.text(0) != "ok")
        return Error{Code::Corrupt, words("quick_check: ", query.text(0))};
    return {};
}

} // namespace tf::session
