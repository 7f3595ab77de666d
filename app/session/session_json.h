#pragma once

// The values of a session as JSON and back: the one spelling that events and exports share.
//
// The names stand in files and must not change. Reading never fails by itself: Fields keeps what is
// wrong. Numbers are counts; whether ids fit together is for replay and document to say.

#include "app/session/fields.h"
#include "app/session/session.h"

namespace tf::session {

template <>
struct Spelling<Thinking> {
    static constexpr std::array<std::string_view, 3> names{"adaptive", "enabled", "disabled"};
};
template <>
struct Spelling<ItemRole> {
    static constexpr std::array<std::string_view, 5> names{"system", "source", "attachment",
                                                           "earlier", "tool"};
};
template <>
struct Spelling<PartKind> {
    static constexpr std::array<std::string_view, 5> names{"reasoning", "text", "toolCall",
                                                           "toolResult", "patch"};
};
template <>
struct Spelling<TurnState> {
    static constexpr std::array<std::string_view, 4> names{"streaming", "finished", "interrupted",
                                                           "failed"};
};
template <>
struct Spelling<SourceKind> {
    static constexpr std::array<std::string_view, 4> names{"repository", "picture", "clip",
                                                           "document"};
};

json::Value toJson(const Settings& settings);
json::Value toJson(const Source& source);
json::Value toJson(const Question& question);
json::Value toJson(const Part& part);
json::Value toJson(const Ending& ending);
json::Value toJson(const Desk& desk);
json::Value toJson(const Turn& turn);
json::Value toJson(const Session& session);

Settings readSettings(Fields& fields);
Source readSource(Fields& fields);
Question readQuestion(Fields& fields);
Part readPart(Fields& fields);
Ending readEnding(Fields& fields);
Desk readDesk(Fields& fields);
Turn readTurn(Fields& fields);
Session readSession(Fields& fields);

} // namespace tf::session
