#pragma once

// The tables of the file, their version, and how an older file becomes a newer one.
//
// `event` and `desk` hold what cannot be made again; `session`, `turn` and `search` are derived
// from the events. The version stands in the file's header, where it is read before SQLite may
// touch anything. Thread: one at a time.

#include "app/session/store/database.h"

#include <vector>

namespace tf::session {

/// The number every store carries as its application_id: "TfSt".
inline constexpr std::int64_t kApplicationId = 0x54665374;

/// What brings a file from `version - 1` to `version`. Derived tables are made again afterwards.
struct Migration {
    int version = 0;
    const char* sql = nullptr;
};

/// The tables of a new file, and the road there from each older one.
struct Schema {
    int version = 1;
    const char* tables = nullptr;
    std::vector<Migration> migrations;
};

/// The one that this program writes.
[[nodiscard]] const Schema& currentSchema();

/// What a file's first bytes say. NotFound when there is none, Corrupt when it is no store.
struct Header {
    int version = 0;
    std::int64_t applicationId = 0;
};
Result<Header> readHeader(const std::filesystem::path& path);

/// Makes the tables in an empty file.
Result<> createTables(Database& database, const Schema& schema);

/// One step after the other, all or none. Requires: a verified backup.
Result<> migrate(Database& database, const Schema& schema, int from);

/// Copies the store to `path` and holds the copy against the original, event by event.
Result<> backUp(Database& database, const std::filesystem::path& path, const std::string& vfs);

/// What guards an event against silent damage: a hash over its whole row.
[[nodiscard]] std::int64_t sumOf(std::int64_t seq, std::string_view session, std::string_view kind,
                                 std::string_view payload, std::int64_t time);

} // namespace tf::session
