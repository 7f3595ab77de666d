#include "app/session/event_codec.h"

#include "app/session/session_json.h"
#include "engine/json/utf8_repair.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::session {

namespace {

/// In the order of Change.
constexpr std::array<std::string_view, std::variant_size_v<Change>> kKinds = {
    "created",     "renamed",   "configured", "sources",   "trashed",
    "turnRemoved", "turnBegan", "partsGrew",  "turnEnded",
};

std::vector<json::Value> sourcesJson(const std::vector<Source>& sources)
{
    std::vector<json::Value> items;
    for (const Source& source : sources)
        items.push_back(toJson(source));
    return items;
}

void write(Members& members, const Created& change)
{
    members.text("title", change.title).value("settings", toJson(change.settings));
}
void write(Members& members, const Renamed& change)
{
    members.text("was", change.was).text("now", change.now);
}
void write(Members& members, const Configured& change)
{
    members.value("was", toJson(change.was)).value("now", toJson(change.now));
}
void write(Members& members, const SourcesChanged& change)
{
    members.value("was", json::Value::array(sourcesJson(change.was)))
        .value("now", json::Value::array(sourcesJson(change.now)));
}
void write(Members& members, const Trashed& change)
{
    members.count("was", change.was).count("now", change.now);
}
void write(Members& members, const TurnRemoved& change)
{
    members.count("turn", change.turn).flag("was", change.was).flag("now", change.now);
}
void write(Members& members, const TurnBegan& change)
{
    members.count("turn", change.turn).value("question", toJson(change.question));
}
void write(Members& members, const PartsGrew& change)
{
    members.count("turn", change.turn).list("parts", change.parts, [](const Part& part) {
        return toJson(part);
    });
}
void write(Members& members, const TurnEnded& change)
{
    members.count("turn", change.turn).value("ending", toJson(change.ending));
}

Change readChange(std::string_view kind, Fields& fields)
{
    if (kind == kKinds[0])
        return Created{fields.text("title"), fields.object("settings", readSettings)};
    if (kind == kKinds[1])
        return Renamed{fields.text("was"), fields.text("now")};
    if (kind == kKinds[2])
        return Configured{fields.object("was", readSettings), fields.object("now", readSettings)};
    if (kind == kKinds[3])
        return SourcesChanged{fields.list("was", readSource), fields.list("now", readSource)};
    if (kind == kKinds[4])
        return Trashed{fields.count("was"), fields.count("now")};
    if (kind == kKinds[5])
        return TurnRemoved{fields.count("turn"), fields.flag("was"), fields.flag("now")};
    if (kind == kKinds[6])
        return TurnBegan{fields.count("turn"), fields.object("question", readQuestion)};
    if (kind == kKinds[7])
        return PartsGrew{fields.count("turn"), fields.list("parts", readPart)};
    return TurnEnded{fields.count("turn"), fields.object("ending", readEnding)};
}

} // namespace

std::string_view kindOf(const Change& change)
{
    return kKinds[change.index()];
}

Result<std::string> encodePayload(const Event& event)
{
    Members members;
    members.count("undoes", event.undoes.value_or(0));
    std::visit([&members](const auto& change) { write(members, change); }, event.change);
    std::string payload = json::write(members.take());
    if (payload.size() > kMaxPayloadBytes)
        return Error{Code::BadInput,
                     words(kindOf(event.change), " of ", payload.size(),
                           " bytes: more than fits one event, ", kMaxPayloadBytes)};
    if (json::repairedUtf8(payload) != payload)
        return Error{Code::BadInput, words(kindOf(event.change), ": a text is not UTF-8")};
    return payload;
}

Result<Event> decodePayload(std::string_view kind, std::string_view payload)
{
    if (std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end())
        return Error{Code::Corrupt, words("an event of unknown kind, \"", kind, "\"")};
    const auto document = json::parse(payload, {.maxBytes = kMaxPayloadBytes, .maxDepth = 16});
    if (!document)
        return Error{Code::Corrupt, words(kind, ": ", document.error().text)};
    if (document->kind != json::Kind::Object)
        return Error{Code::Corrupt, words(kind, ": the payload is no object")};
    std::string trouble;
    Fields fields(*document, "", trouble);
    Event event;
    if (const Seq undone = fields.count("undoes"); undone != 0)
        event.undoes = undone;
    event.change = readChange(kind, fields);
    if (!trouble.empty())
        return Error{Code::Corrupt, words(kind, ": ", trouble)};
    return event;
}

} // namespace tf::session
