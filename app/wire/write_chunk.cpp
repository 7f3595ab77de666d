#include "app/wire/chat_chunk.h"
#include "app/wire/fields.h"

namespace tf::wire {

namespace {

using json::Value;

void addText(Value& object, std::string_view name, const std::string& text)
{
    if (!text.empty())
        object.members.emplace_back(name, Value::string(text));
}

void addNumber(Value& object, std::string_view name, const std::optional<std::int64_t>& number)
{
    if (number)
        object.members.emplace_back(name, jsonNumber(*number));
}

Value callValue(const CallDelta& call)
{
    Value out = Value::object();
    addNumber(out, "index", call.index);
    addText(out, "id", call.id);
    addText(out, "type", call.id.empty() ? "" : "function");
    Value function = Value::object();
    addText(function, "name", call.name);
    addText(function, "arguments", call.arguments);
    out.members.emplace_back("function", std::move(function));
    return out;
}

Value deltaValue(const Chunk& chunk)
{
    Value delta = Value::object();
    addText(delta, "role", chunk.extent == Extent::Everything ? "assistant" : "");
    addText(delta, "reasoning_content", chunk.reasoning[0]);
    addText(delta, "reasoning", chunk.reasoning[1]);
    addText(delta, "content", chunk.content);
    if (!chunk.calls.empty()) {
        Value calls = Value::array();
        for (const CallDelta& call : chunk.calls)
            calls.items.push_back(callValue(call));
        delta.members.emplace_back("tool_calls", std::move(calls));
    }
    return delta;
}

Value usageValue(const Usage& usage)
{
    Value out = Value::object();
    addNumber(out, "prompt_tokens", usage.promptTokens);
    addNumber(out, "completion_tokens", usage.answerTokens);
    if (usage.promptTokens && usage.answerTokens)
        addNumber(out, "total_tokens", *usage.promptTokens + *usage.answerTokens);
    if (usage.cachedTokens) {
        Value details = Value::object();
        addNumber(details, "cached_tokens", usage.cachedTokens);
        out.members.emplace_back("prompt_tokens_details", std::move(details));
    }
    if (usage.reasoningTokens) {
        Value details = Value::object();
        addNumber(details, "reasoning_tokens", usage.reasoningTokens);
        out.members.emplace_back("completion_tokens_details", std::move(details));
    }
    return out;
}

Value errorValue(const Trouble& trouble)
{
    Value error = Value::object();
    addText(error, "message", trouble.text);
    addText(error, "type", trouble.type);
    const auto code = trouble.vendorCode != 0 ? trouble.vendorCode : trouble.status;
    if (code != 0)
        addNumber(error, "code", code);
    return error;
}

} // namespace

std::string writeChunk(const Chunk& chunk)
{
    const bool isWhole = chunk.extent == Extent::Everything;
    Value answer = Value::object();
    addText(answer, "id", chunk.id);
    addText(answer, "object", isWhole ? "chat.completion" : "chat.completion.chunk");
    addText(answer, "model", chunk.model);
    if (chunk.trouble)
        answer.members.emplace_back("error", errorValue(*chunk.trouble));
    Value choice = Value::object();
    addNumber(choice, "index", 0);
    choice.members.emplace_back(isWhole ? "message" : "delta", deltaValue(chunk));
    choice.members.emplace_back("finish_reason",
                                chunk.finish.empty() ? Value::null() : Value::string(chunk.finish));
    answer.members.emplace_back("choices", Value::array({std::move(choice)}));
    if (chunk.usage)
        answer.members.emplace_back("usage", usageValue(*chunk.usage));
    return json::write(answer);
}

} // namespace tf::wire
