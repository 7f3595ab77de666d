#include "app/cli/answer/event_json.h"

#include "app/cli/media/json_build.h"

namespace tf::cli {

namespace {

using endpoint::Stage;
using json::Value;
using wire::Finish;
using wire::ReplyEvent;

std::string_view word(Stage stage)
{
    switch (stage) {
    case Stage::Uploading:
        return "uploading";
    case Stage::Decoding:
        return "decoding";
    case Stage::Looking:
        return "looking";
    case Stage::ReadingPrompt:
        return "reading_prompt";
    }
    UNREACHABLE();
}

std::string_view word(Finish finish)
{
    switch (finish) {
    case Finish::Unsaid:
        return "unsaid";
    case Finish::Stop:
        return "stop";
    case Finish::Length:
        return "length";
    case Finish::Calls:
        return "tool_calls";
    case Finish::Filtered:
        return "content_filter";
    case Finish::Fault:
        return "error";
    }
    UNREACHABLE();
}

std::string_view word(ReplyEvent::Kind kind)
{
    using Kind = ReplyEvent::Kind;
    switch (kind) {
    case Kind::Think:
        return "reasoning";
    case Kind::Text:
        return "text";
    case Kind::TextWasThink:
        return "text_was_reasoning";
    case Kind::CallGrows:
        return "call_grows";
    case Kind::Call:
        return "call";
    case Kind::BrokenCall:
        return "broken_call";
    }
    UNREACHABLE();
}

/// An object that begins with the event's name.
class EventObject {
public:
    explicit EventObject(std::string_view name) { add("event", jsonText(name)); }

    EventObject& add(std::string_view name, Value value)
    {
        m_object.members.emplace_back(std::string(name), std::move(value));
        return *this;
    }
    EventObject& addKnown(std::string_view name, const std::optional<std::int64_t>& number)
    {
        return number ? add(name, jsonNumber(*number)) : *this;
    }

    [[nodiscard]] Value take() { return std::move(m_object); }

private:
    Value m_object = Value::object();
};

Value jsonOf(const endpoint::Progress& progress)
{
    return EventObject("progress")
        .add("stage", jsonText(word(progress.stage)))
        .add("done", jsonNumber(progress.done))
        .add("total", jsonNumber(progress.total))
        .take();
}

Value jsonOf(const endpoint::Waiting& waiting)
{
    return EventObject("waiting").add("since_ms", jsonNumber(waiting.since.count())).take();
}

Value jsonOf(const endpoint::Retrying& retrying)
{
    return EventObject("retrying")
        .add("retry", jsonNumber(retrying.retry))
        .add("after_ms", jsonNumber(retrying.after.count()))
        .add("why", jsonText(retrying.why.text))
        .take();
}

Value jsonOf(const endpoint::Note& note)
{
    return EventObject("note").add("text", jsonText(note.text)).take();
}

Value jsonOf(const ReplyEvent& event)
{
    using Kind = ReplyEvent::Kind;
    EventObject object(word(event.kind));
    const bool isCall =
        event.kind == Kind::Call || event.kind == Kind::CallGrows || event.kind == Kind::BrokenCall;
    if (isCall)
        object.add("index", jsonNumber(event.callIdx))
            .add("id", jsonText(event.id))
            .add("name", jsonText(event.name));
    if (event.kind == Kind::BrokenCall)
        object.add("reason", jsonText(event.reason));
    if (event.kind != Kind::TextWasThink)
        object.add(event.kind == Kind::Call ? "arguments" : "text", jsonText(event.text));
    return object.take();
}

Value jsonOf(const endpoint::Done& done)
{
    EventObject object("done");
    object.add("finish", jsonText(word(done.finish))).add("model", jsonText(done.model));
    if (done.usage)
        object.addKnown("prompt_tokens", done.usage->promptTokens)
            .addKnown("cached_tokens", done.usage->cachedTokens)
            .addKnown("answer_tokens", done.usage->answerTokens)
            .addKnown("reasoning_tokens", done.usage->reasoningTokens);
    if (done.counts)
        object.addKnown("media_tokens", done.counts->mediaTokens)
            .addKnown("drafted_tokens", done.counts->draftedTokens)
            .addKnown("accepted_tokens", done.counts->acceptedTokens);
    return object.take();
}

Value jsonOf(const endpoint::Failed& failed)
{
    return EventObject("failed")
        .add("code", jsonText(name(failed.error.code)))
        .add("error", jsonText(failed.error.text))
        .add("pieces", jsonNumber(failed.pieces))
        .take();
}

} // namespace

json::Value eventJson(const endpoint::Event& event)
{
    return std::visit([](const auto& what) { return jsonOf(what); }, event.what);
}

} // namespace tf::cli
