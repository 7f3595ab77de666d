#pragma once

// One connection to the SQLite file, and the statements run on it.
//
// Opened for one thread: SQLite's own locks are off. Statements are kept for the next time, so
// their SQL is a literal. Thread: one at a time. Blocks: on the disk.

#include "kernels/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace tf::session {

/// Frozen: nobody writes, and nothing may be written beside the file either.
enum class Mode : std::uint8_t { Read, Write, Frozen };

/// A statement being run; it is free for the next when this goes away.
class Query {
public:
    explicit Query(sqlite3_stmt* statement);
    ~Query();
    Query(Query&& other) noexcept;
    Query& operator=(Query&&) = delete;
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    /// True when there is a row to read.
    Result<bool> step();
    /// Runs it to its end; for what gives no rows.
    Result<> finish();

    [[nodiscard]] std::int64_t number(int column) const;
    /// Valid until the next step.
    [[nodiscard]] std::string_view text(int column) const;

    void bind(int place, std::int64_t value);
    void bind(int place, std::string_view value); ///< must outlive the query

private:
    sqlite3_stmt* m_statement;
};

class Database {
public:
    /// `vfs` names SQLite's door to the disk; empty for its own.
    static Result<Database> open(const std::filesystem::path& path, Mode mode,
                                 const std::string& vfs);

    /// A statement with its parameters. Requires: `sql` is a literal, and not being run already.
    template <class... Values>
    Result<Query> query(const char* sql, const Values&... values)
    {
        Query query = TRY(prepared(sql));
        int place = 0;
        (query.bind(++place, values), ...);
        return query;
    }

    /// For statements without rows.
    template <class... Values>
    Result<> run(const char* sql, const Values&... values)
    {
        return TRY(query(sql, values...)).finish();
    }

    /// The only number of the only row.
    template <class... Values>
    Result<std::int64_t> number(const char* sql, const Values&... values)
    {
        Query one = TRY(query(sql, values...));
        TRY(one.step());
        return one.number(0);
    }

    /// Several statements with a ; between them.
    Result<> script(const std::string& sql);

    /// Everything the function writes, or nothing of it.
    template <class F>
    Result<> transaction(F&& write)
    {
        TRY(run("BEGIN IMMEDIATE"));
        Result<> done = write();
        if (done)
            done = run("COMMIT");
        if (!done)
            rollBack();
        return done;
    }

    /// Everything the function reads is of one moment.
    template <class F>
    Result<> transactionToRead(F&& read)
    {
        TRY(run("BEGIN"));
        Result<> done = read();
        rollBack();
        return done;
    }

    /// A copy of the whole in one file, while others read.
    Result<> copyTo(const std::filesystem::path& path, const std::string& vfs);

    /// Corrupt with the first thing that is wrong.
    Result<> check();

    /// True when the last failure was a full disk, which leaves everything as it was.
    [[nodiscard]] bool lastWasFull() const;

    [[nodiscard]] sqlite3* handle() const { return m_handle.get(); }

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };

    Database() = default;
    Result<Query> prepared(const char* sql);
    void rollBack();

    std::unique_ptr<sqlite3, Close> m_handle;
    std::map<const void*, std::unique_ptr<sqlite3_stmt, Finalize>> m_statements;
};

/// What SQLite's result means to the user.
[[nodiscard]] Error sqliteError(sqlite3* handle, std::string_view tried);

} // namespace tf::session
