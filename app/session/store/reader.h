#pragma once

// The store as everybody else sees it: lists, whole sessions, searches, contents.
//
// A connection of its own that cannot write and never checkpoints, so that a long read holds up no
// answer that is being kept. Works beside a writer of this or another process, and on a folder
// where nothing may be written. Thread: the one that opened it. Blocks: on the disk.

#include "app/session/search/excerpt.h"
#include "app/session/session.h"
#include "app/session/store/blobs.h"
#include "app/session/store/open_store.h"

namespace tf::session {

enum class Shelf : std::uint8_t { Kept, Trash };

/// A session in a list.
struct SessionLine {
    SessionId id;
    std::string title;
    std::int64_t createdAt = 0;
    std::int64_t changedAt = 0;
    std::int64_t trashedAt = 0;
    std::int64_t turns = 0;

    bool operator==(const SessionLine&) const = default;
};

enum class FoundIn : std::uint8_t { Question, Answer };

struct Found {
    SessionId session;
    std::string title;
    TurnId turn = kNoTurn;
    FoundIn in = FoundIn::Question;
    Excerpt excerpt;
};

struct SearchRequest {
    std::string typed;
    LastWord lastWord = LastWord::Whole;
    int most = 50;
};

class Reader {
public:
    /// NotFound when there is no store yet.
    static Result<Reader> open(const StorePlace& place);

    /// What changed last comes first.
    Result<std::vector<SessionLine>> list(Shelf shelf);
    Result<Session> load(const SessionId& id);
    /// The one session whose id begins so. NotFound, or BadInput when there are more.
    Result<SessionId> complete(std::string_view beginning);
    /// The newest first; what lies in the trash or was removed is not found.
    Result<std::vector<Found>> search(const SearchRequest& request);

    [[nodiscard]] const Blobs& blobs() const { return m_blobs; }

private:
    Reader(Database database, Blobs blobs);
    Result<Session> loadHead(const SessionId& id);
    Result<> loadTurns(Session& session);

    Database m_database;
    Blobs m_blobs;
};

} // namespace tf::session
