#pragma once

// The derived tables: sessions and turns as they are now, and the index that finds them.
//
// Each event changes a few rows, so that lists and searches never replay. An answer that is being
// written is kept in memory and reaches its row when it ends; until then its events are the truth.
// Requires: calls stand inside a transaction. Thread: the store's.

#include "app/session/event.h"
#include "app/session/store/database.h"

#include <map>

namespace tf::session {

/// Texts are found by their first so many bytes.
inline constexpr std::size_t kIndexedBytes = std::size_t(1) << 20;

class Tables {
public:
    /// Requires: `database` outlives this.
    explicit Tables(Database& database);

    Result<> apply(const Event& event);
    /// All tables again, from all events.
    Result<> rebuild();
    /// A transaction did not happen: what is in memory is ahead of the tables.
    void forgetOpen() { m_open.clear(); }

    /// Without its turns and desk; NotFound.
    Result<Session> head(const SessionId& id);
    Result<Turn> turn(const SessionId& id, TurnId turn);
    Result<bool> has(const SessionId& id, TurnId turn);
    Result<TurnId> lastTurn(const SessionId& id);

private:
    using Key = std::pair<SessionId, TurnId>;
    struct OpenTurn {
        Turn turn;
        std::int64_t key = 0; ///< of its row: the event that began it
    };
    enum class Side : std::uint8_t { Asked, Answered };

    Result<> applyToHead(const Event& event);
    Result<> forget(const SessionId& id);
    Result<> begin(const Event& event, TurnId id);
    Result<> grow(const Event& event, TurnId id);
    Result<> end(const Event& event, TurnId id);
    Result<> markRemoved(const Event& event, TurnId id);

    Result<OpenTurn*> open(const Event& event, TurnId id);
    Result<> writeHead(const Session& session, const Event& event, std::int64_t numTurns);
    Result<> writeTurn(const OpenTurn& open, const Event& event);
    Result<> index(std::int64_t key, Side side, std::string_view text);
    Result<> unindex(std::int64_t key, Side side, std::string_view text);

    Database& m_database;
    std::map<Key, OpenTurn> m_open;
};

/// What of an answer can be searched: its text, patches and calls, not its reasoning.
[[nodiscard]] std::string searchableText(const Turn& turn);

/// What stands in the column `body`.
Result<Turn> turnFrom(std::string_view body);
Result<Session> sessionFrom(std::string_view body);
Result<Desk> deskFrom(std::string_view body);

} // namespace tf::session
