#include "app/cli/parse_case.h"

#include "engine/json/utf8_repair.h"
#include "kernels/base/words.h"

#include <charconv>

namespace tf::cli {

namespace {

using json::Value;
using EventKind = text::AnswerEvent::Kind;

struct ParseCase {
    std::string text;
    ParseOrder order;
};

Value jsonText(std::string_view bytes)
{
    return Value::string(json::repairedUtf8(bytes));
}

Value brokenCallJson(const text::AnswerEvent& event)
{
    return Value::object({{"type", Value::string("broken_call")},
                          {"raw", jsonText(event.text)},
                          {"reason", jsonText(words(event.reason, " (byte ", event.place, ")"))}});
}

Result<ParseCase> readCase(std::string_view line)
{
    const Value root = TRY(json::parse(line));
    const Value* answer = root.find("text");
    if (answer == nullptr || answer->kind != json::Kind::String)
        return Error(Code::BadInput, "a case needs \"text\", a string");
    ParseCase parseCase;
    parseCase.text = answer->text;
    if (const Value* mode = root.find("mode"); mode && !mode->isNull())
        parseCase.order.start = TRY(replyStartOf(mode->text));
    if (const Value* chunk = root.find("chunk"); chunk && !chunk->isNull())
        parseCase.order.chunkBytes = TRY(chunkBytesOf(chunk->text));
    if (const Value* tools = root.find("tools"); tools && !tools->isNull())
        parseCase.order.tools = std::make_shared<const text::Tools>(TRY(text::Tools::read(*tools)));
    return parseCase;
}

std::vector<text::AnswerEvent> allEvents(const ParseCase& parseCase)
{
    text::AnswerParser parser(parseCase.order.start, parseCase.order.tools);
    std::vector<text::AnswerEvent> events;
    std::string_view rest = parseCase.text;
    while (!rest.empty()) {
        const auto chunk = rest.substr(0, parseCase.order.chunkBytes);
        for (auto& event : parser.feed(chunk)) {
            if (event.kind != EventKind::CallBegin)
                addJoined(events, std::move(event));
        }
        rest.remove_prefix(chunk.size());
    }
    for (auto& event : parser.finish()) {
        if (event.kind != EventKind::CallBegin)
            addJoined(events, std::move(event));
    }
    return events;
}

} // namespace

Result<text::ReplyStart> replyStartOf(std::string_view mode)
{
    if (mode == "enabled")
        return text::ReplyStart::Thinking;
    if (mode == "disabled")
        return text::ReplyStart::Answering;
    if (mode == "adaptive")
        return text::ReplyStart::Undecided;
    return Error(Code::BadInput,
                 words("the thinking mode is \"", mode,
                       "\", where enabled, disabled or adaptive is wanted"));
}

Result<std::size_t> chunkBytesOf(std::string_view number)
{
    std::size_t count = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), count);
    if (read.ec != std::errc() || read.ptr != number.data() + number.size() || count == 0)
        return Error(
            Code::BadInput,
            words("the chunk is \"", number, "\" bytes, where a whole number from 1 on is wanted"));
    return count;
}

std::optional<Value> eventJson(const text::AnswerEvent& event)
{
    switch (event.kind) {
    case EventKind::CallBegin:
        return std::nullopt;
    case EventKind::Think:
        return Value::object({{"type", Value::string("think")}, {"text", jsonText(event.text)}});
    case EventKind::Text:
        return Value::object({{"type", Value::string("text")}, {"text", jsonText(event.text)}});
    case EventKind::Call:
        return Value::object({{"type", Value::string("call")},
                              {"name", jsonText(event.name)},
                              {"arguments", event.arguments}});
    case EventKind::BrokenCall:
        return brokenCallJson(event);
    case EventKind::Done:
        return Value::object({{"type", Value::string("done")}});
    }
    UNREACHABLE();
}

Result<std::string> parseCaseLine(const std::string& line)
{
    const ParseCase parseCase = TRY(readCase(line));
    Value events = Value::array();
    for (const auto& event : allEvents(parseCase)) {
        if (auto value = eventJson(event))
            events.items.push_back(std::move(*value));
    }
    return json::write(Value::object({{"events", std::move(events)}}));
}

} // namespace tf::cli
