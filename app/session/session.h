#pragma once

// A session: sources, settings and a tree of turns, as one value.
//
// What the store gives out is a copy that nobody else touches. Thread: any.

#include "app/session/turn.h"

namespace tf::session {

/// 32 hexadecimal digits, chosen at random.
using SessionId = std::string;

enum class SourceKind : std::uint8_t { Repository, Picture, Clip, Document };

struct Source {
    SourceKind kind = SourceKind::Document;
    std::string title;
    std::string place; ///< a path or an address
    std::string commit; ///< of a repository
    std::string blob; ///< what was kept of it; empty for a repository
    std::vector<std::string> choices = {}; ///< what of a repository is taken; app/draft reads them

    bool operator==(const Source&) const = default;
};

struct Settings {
    RequestSettings request; ///< what the next turn begins with
    std::string permissions; ///< what tools may do; understood by app/tools

    bool operator==(const Settings&) const = default;
};

/// What lies open on the user's desk: the last state counts, and it has no history.
struct Desk {
    std::string draft;
    TurnId branch = kNoTurn; ///< the leaf that is shown
    std::string view; ///< scroll position and the like; understood by ui

    bool operator==(const Desk&) const = default;
};

struct Session {
    SessionId id = {};
    std::string title = {};
    Settings settings = {};
    std::vector<Source> sources = {};
    std::vector<Turn> turns = {}; ///< in the order in which they began
    Desk desk = {};
    std::int64_t createdAt = 0;
    std::int64_t trashedAt = 0; ///< 0: not in the trash

    bool operator==(const Session&) const = default;
};

} // namespace tf::session
