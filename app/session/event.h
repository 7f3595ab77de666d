#pragma once

// What happened to a session: one row of the table that everything else is made from.
//
// Events are only ever added. Those that a user can take back carry what was before, so that undo
// is one more event and needs no memory of its own. The names of kinds and members stand in files
// and must not change.

#include "app/session/session.h"

#include <optional>
#include <variant>

namespace tf::session {

/// Place in the order of all events of a store, from 1. Clocks jump; this does not.
using Seq = std::int64_t;

struct Created {
    std::string title;
    Settings settings;
    bool operator==(const Created&) const = default;
};
struct Renamed {
    std::string was;
    std::string now;
    bool operator==(const Renamed&) const = default;
};
struct Configured {
    Settings was;
    Settings now;
    bool operator==(const Configured&) const = default;
};
struct SourcesChanged {
    std::vector<Source> was;
    std::vector<Source> now;
    bool operator==(const SourcesChanged&) const = default;
};
/// Into the trash, or out of it. The times are those of the moves.
struct Trashed {
    std::int64_t was = 0;
    std::int64_t now = 0;
    bool operator==(const Trashed&) const = default;
};
struct TurnRemoved {
    TurnId turn = kNoTurn;
    bool was = false;
    bool now = false;
    bool operator==(const TurnRemoved&) const = default;
};
struct TurnBegan {
    TurnId turn = kNoTurn;
    Question question;
    bool operator==(const TurnBegan&) const = default;
};
struct PartsGrew {
    TurnId turn = kNoTurn;
    std::vector<Part> parts;
    bool operator==(const PartsGrew&) const = default;
};
struct TurnEnded {
    TurnId turn = kNoTurn;
    Ending ending;
    bool operator==(const TurnEnded&) const = default;
};
/// For good: of all that the session was before, only this is kept. It explains the numbers that
/// are gone, and as the last event sees that none of them is given again.
struct SessionPurged {
    std::int64_t events = 0; ///< that were deleted
    bool operator==(const SessionPurged&) const = default;
};

using Change = std::variant<Created, Renamed, Configured, SourcesChanged, Trashed, TurnRemoved,
                            TurnBegan, PartsGrew, TurnEnded, SessionPurged>;

struct Event {
    Seq seq = 0; ///< given by the store
    SessionId session = {};
    std::int64_t time = 0;
    std::optional<Seq> undoes = {};
    Change change = {};

    bool operator==(const Event&) const = default;
};

} // namespace tf::session
