#pragma once

// The values of a session as JSON and back: the one spelling that events and exports share.
//
// The names stand in files and must not change. Each member is listed once, for both
// directions. Numbers are counts; whether ids fit together is for replay and document to say.

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
    static constexpr std::array<std::string_view, 6> names{
        "reasoning", "text", "toolCall", "toolResult", "patch", "textWasReasoning"};
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

template <class F>
void fieldsOf(F& fields, Field<F, RequestSettings>& request)
{
    fields.text("endpoint", request.endpoint);
    fields.text("model", request.model);
    fields.text("folder", request.folder);
    fields.choice("thinking", request.thinking);
    fields.count("budget", request.budget);
}

template <class F>
void fieldsOf(F& fields, Field<F, Settings>& settings)
{
    fields.object("request", settings.request);
    fields.text("permissions", settings.permissions);
}

template <class F>
void fieldsOf(F& fields, Field<F, Source>& source)
{
    fields.choice("kind", source.kind);
    fields.text("title", source.title);
    fields.text("place", source.place);
    fields.text("commit", source.commit);
    fields.text("blob", source.blob);
    fields.texts("choices", source.choices);
}

template <class F>
void fieldsOf(F& fields, Field<F, Attachment>& attachment)
{
    fields.text("blob", attachment.blob);
    fields.text("mediaType", attachment.mediaType);
    fields.text("name", attachment.name);
    fields.count("clip", attachment.clip);
    fields.text("seconds", attachment.seconds);
    fields.text("fps", attachment.fps);
    fields.text("detail", attachment.detail);
    fields.count("maxLongSide", attachment.maxLongSide);
}

template <class F>
void fieldsOf(F& fields, Field<F, ManifestItem>& item)
{
    fields.text("blob", item.blob);
    fields.text("path", item.path);
    fields.count("first", item.lines.first);
    fields.count("last", item.lines.last);
    fields.count("tokens", item.tokens);
    fields.choice("role", item.role);
    fields.flag("cut", item.cut);
}

template <class F>
void fieldsOf(F& fields, Field<F, Question>& question)
{
    fields.count("parent", question.parent);
    fields.text("text", question.text);
    fields.list("attachments", question.attachments);
    fields.object("settings", question.settings);
    fields.list("manifest", question.manifest);
    fields.texts("overrides", question.overrides);
}

template <class F>
void fieldsOf(F& fields, Field<F, Part>& part)
{
    fields.choice("kind", part.kind);
    fields.text("text", part.text);
    fields.text("name", part.name);
    fields.text("callId", part.callId);
}

template <class F>
void fieldsOf(F& fields, Field<F, Usage>& usage)
{
    fields.count("prompt", usage.prompt);
    fields.count("cached", usage.cached);
    fields.count("reasoning", usage.reasoning);
    fields.count("answer", usage.answer);
}

template <class F>
void fieldsOf(F& fields, Field<F, Ending>& ending)
{
    fields.choice("state", ending.state);
    fields.text("reason", ending.reason);
    fields.object("usage", ending.usage);
    fields.text("reasoningDetails", ending.reasoningDetails);
}

template <class F>
void fieldsOf(F& fields, Field<F, Turn>& turn)
{
    fields.count("id", turn.id);
    fields.object("question", turn.question);
    fields.list("parts", turn.parts);
    fields.object("ending", turn.ending);
    fields.count("beganAt", turn.beganAt);
    fields.count("endedAt", turn.endedAt);
    fields.flag("removed", turn.removed);
}

template <class F>
void fieldsOf(F& fields, Field<F, Desk>& desk)
{
    fields.text("draft", desk.draft);
    fields.count("branch", desk.branch);
    fields.text("view", desk.view);
}

template <class F>
void fieldsOf(F& fields, Field<F, Session>& session)
{
    fields.text("id", session.id);
    fields.text("title", session.title);
    fields.object("settings", session.settings);
    fields.list("sources", session.sources);
    fields.list("turns", session.turns);
    fields.object("desk", session.desk);
    fields.count("createdAt", session.createdAt);
    fields.count("trashedAt", session.trashedAt);
}

/// Of a value whose members are listed.
template <class T>
json::Value toJson(const T& value)
{
    Members members;
    fieldsOf(members, value);
    return members.take();
}

} // namespace tf::session
