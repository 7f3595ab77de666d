#include "app/session/session_json.h"

namespace tf::session {

namespace {

json::Value requestJson(const RequestSettings& request)
{
    return Members()
        .text("endpoint", request.endpoint)
        .text("model", request.model)
        .choice("thinking", request.thinking)
        .count("budget", request.budget)
        .take();
}

RequestSettings readRequest(Fields& fields)
{
    RequestSettings request;
    request.endpoint = fields.text("endpoint");
    request.model = fields.text("model");
    request.thinking = fields.choice<Thinking>("thinking");
    request.budget = fields.count("budget");
    return request;
}

json::Value itemJson(const ManifestItem& item)
{
    return Members()
        .text("blob", item.blob)
        .text("path", item.path)
        .count("first", item.lines.first)
        .count("last", item.lines.last)
        .count("tokens", item.tokens)
        .choice("role", item.role)
        .take();
}

ManifestItem readItem(Fields& fields)
{
    ManifestItem item;
    item.blob = fields.text("blob");
    item.path = fields.text("path");
    item.lines = {fields.count("first"), fields.count("last")};
    item.tokens = fields.count("tokens");
    item.role = fields.choice<ItemRole>("role");
    return item;
}

json::Value attachmentJson(const Attachment& attachment)
{
    return Members()
        .text("blob", attachment.blob)
        .text("mediaType", attachment.mediaType)
        .text("name", attachment.name)
        .take();
}

Attachment readAttachment(Fields& fields)
{
    return {fields.text("blob"), fields.text("mediaType"), fields.text("name")};
}

json::Value usageJson(const Usage& usage)
{
    return Members()
        .count("prompt", usage.prompt)
        .count("cached", usage.cached)
        .count("reasoning", usage.reasoning)
        .count("answer", usage.answer)
        .take();
}

Usage readUsage(Fields& fields)
{
    return {fields.count("prompt"), fields.count("cached"), fields.count("reasoning"),
            fields.count("answer")};
}

} // namespace

json::Value toJson(const Settings& settings)
{
    return Members()
        .value("request", requestJson(settings.request))
        .text("permissions", settings.permissions)
        .take();
}

Settings readSettings(Fields& fields)
{
    Settings settings;
    settings.request = fields.object("request", readRequest);
    settings.permissions = fields.text("permissions");
    return settings;
}

json::Value toJson(const Source& source)
{
    return Members()
        .choice("kind", source.kind)
        .text("title", source.title)
        .text("place", source.place)
        .text("commit", source.commit)
        .text("blob", source.blob)
        .take();
}

Source readSource(Fields& fields)
{
    Source source;
    source.kind = fields.choice<SourceKind>("kind");
    source.title = fields.text("title");
    source.place = fields.text("place");
    source.commit = fields.text("commit");
    source.blob = fields.text("blob");
    return source;
}

json::Value toJson(const Question& question)
{
    return Members()
        .count("parent", question.parent)
        .text("text", question.text)
        .list("attachments", question.attachments, attachmentJson)
        .value("settings", requestJson(question.settings))
        .list("manifest", question.manifest, itemJson)
        .take();
}

Question readQuestion(Fields& fields)
{
    Question question;
    question.parent = fields.count("parent");
    question.text = fields.text("text");
    question.attachments = fields.list("attachments", readAttachment);
    question.settings = fields.object("settings", readRequest);
    question.manifest = fields.list("manifest", readItem);
    return question;
}

json::Value toJson(const Part& part)
{
    return Members()
        .choice("kind", part.kind)
        .text("text", part.text)
        .text("name", part.name)
        .text("callId", part.callId)
        .take();
}

Part readPart(Fields& fields)
{
    return {fields.choice<PartKind>("kind"), fields.text("text"), fields.text("name"),
            fields.text("callId")};
}

json::Value toJson(const Ending& ending)
{
    return Members()
        .choice("state", ending.state)
        .text("reason", ending.reason)
        .value("usage", usageJson(ending.usage))
        .take();
}

Ending readEnding(Fields& fields)
{
    return {fields.choice<TurnState>("state"), fields.text("reason"),
            fields.object("usage", readUsage)};
}

json::Value toJson(const Desk& desk)
{
    return Members()
        .text("draft", desk.draft)
        .count("branch", desk.branch)
        .text("view", desk.view)
        .take();
}

Desk readDesk(Fields& fields)
{
    return {fields.text("draft"), fields.count("branch"), fields.text("view")};
}

json::Value toJson(const Turn& turn)
{
    return Members()
        .count("id", turn.id)
        .value("question", toJson(turn.question))
        .list("parts", turn.parts, [](const Part& part) { return toJson(part); })
        .value("ending", toJson(turn.ending))
        .count("beganAt", turn.beganAt)
        .count("endedAt", turn.endedAt)
        .flag("removed", turn.removed)
        .take();
}

Turn readTurn(Fields& fields)
{
    Turn turn;
    turn.id = fields.count("id");
    turn.question = fields.object("question", readQuestion);
    turn.parts = fields.list("parts", readPart);
    turn.ending = fields.object("ending", readEnding);
    turn.beganAt = fields.count("beganAt");
    turn.endedAt = fields.count("endedAt");
    turn.removed = fields.flag("removed");
    return turn;
}

json::Value toJson(const Session& session)
{
    return Members()
        .text("id", session.id)
        .text("title", session.title)
        .value("settings", toJson(session.settings))
        .list("sources", session.sources, [](const Source& source) { return toJson(source); })
        .list("turns", session.turns, [](const Turn& turn) { return toJson(turn); })
        .value("desk", toJson(session.desk))
        .count("createdAt", session.createdAt)
        .count("trashedAt", session.trashedAt)
        .take();
}

Session readSession(Fields& fields)
{
    Session session;
    session.id = fields.text("id");
    session.title = fields.text("title");
    session.settings = fields.object("settings", readSettings);
    session.sources = fields.list("sources", readSource);
    session.turns = fields.list("turns", readTurn);
    session.desk = fields.object("desk", readDesk);
    session.createdAt = fields.count("createdAt");
    session.trashedAt = fields.count("trashedAt");
    return session;
}

} // namespace tf::session
