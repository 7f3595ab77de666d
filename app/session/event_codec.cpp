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
    "turnRemoved", "turnBegan", "partsGrew",  "turnEnded", "purged",
};

template <class F>
void fieldsOf(F& fields, Field<F, Created>& change)
{
    fields.text("title", change.title);
    fields.object("settings", change.settings);
}
template <class F>
void fieldsOf(F& fields, Field<F, Renamed>& change)
{
    fields.text("was", change.was);
    fields.text("now", change.now);
}
template <class F>
void fieldsOf(F& fields, Field<F, Configured>& change)
{
    fields.object("was", change.was);
    fields.object("now", change.now);
}
template <class F>
void fieldsOf(F& fields, Field<F, SourcesChanged>& change)
{
    fields.list("was", change.was);
    fields.list("now", change.now);
}
template <class F>
void fieldsOf(F& fields, Field<F, Trashed>& change)
{
    fields.count("was", change.was);
    fields.count("now", change.now);
}
template <class F>
void fieldsOf(F& fields, Field<F, TurnRemoved>& change)
{
    fields.count("turn", change.turn);
    fields.flag("was", change.was);
    fields.flag("now", change.now);
}
template <class F>
void fieldsOf(F& fields, Field<F, TurnBegan>& change)
{
    fields.count("turn", change.turn);
    fields.object("question", change.question);
}
template <class F>
void fieldsOf(F& fields, Field<F, PartsGrew>& change)
{
    fields.count("turn", change.turn);
    fields.list("parts", change.parts);
}
template <class F>
void fieldsOf(F& fields, Field<F, TurnEnded>& change)
{
    fields.count("turn", change.turn);
    fields.object("ending", change.ending);
}
template <class F>
void fieldsOf(F& fields, Field<F, SessionPurged>& change)
{
    fields.count("events", change.events);
}

/// A change of the kind at this place of Change, with nothing in it.
template <std::size_t... K>
Change blankChange(std::size_t kind, std::index_sequence<K...> /*all*/)
{
    static const std::array<Change, sizeof...(K)> blanks = {
        std::variant_alternative_t<K, Change>()...};
    return blanks[kind];
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
    std::visit([&members](const auto& change) { fieldsOf(members, change); }, event.change);
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
    const auto known = std::find(kKinds.begin(), kKinds.end(), kind);
    if (known == kKinds.end())
        return Error{Code::Corrupt, words("an event of unknown kind, \"", kind, "\"")};
    const auto document = json::parse(payload, {.maxBytes = kMaxPayloadBytes, .maxDepth = 16});
    if (!document)
        return Error{Code::Corrupt, words(kind, ": ", document.error().text)};
    if (document->kind != json::Kind::Object)
        return Error{Code::Corrupt, words(kind, ": the payload is no object")};
    std::string trouble;
    Fields fields(*document, "", trouble);
    Event event;
    Seq undone = 0;
    fields.count("undoes", undone);
    if (undone != 0)
        event.undoes = undone;
    event.change = blankChange(static_cast<std::size_t>(known - kKinds.begin()),
                               std::make_index_sequence<kKinds.size()>());
    std::visit([&fields](auto& change) { fieldsOf(fields, change); }, event.change);
    if (!trouble.empty())
        return Error{Code::Corrupt, words(kind, ": ", trouble)};
    return event;
}

} // namespace tf::session
