#include "app/wire/chat_chunk.h"
#include "app/wire/fields.h"
#include "engine/json/utf8_repair.h"
#include "kernels/base/words.h"

namespace tf::wire {

namespace {

/// A string member; a null, or anything else, says nothing.
std::string textIn(const json::Value& object, std::string_view name)
{
    const std::string* text = stringIn(object, name);
    return text != nullptr ? *text : std::string();
}

/// Content of an answer is a string, but some servers send a list of parts.
std::string contentIn(const json::Value& delta)
{
    const json::Value* parts = arrayIn(delta, "content");
    if (parts == nullptr)
        return textIn(delta, "content");
    std::string text;
    for (const json::Value& part : parts->items)
        text += textIn(part, "text");
    return text;
}

std::string textOfDetails(const std::vector<json::Value>& details)
{
    std::string text;
    for (const json::Value& entry : details) {
        const std::string* words = stringIn(entry, "text");
        text += words != nullptr ? *words : textIn(entry, "summary");
    }
    return text;
}

/// Arguments are a string of JSON; servers that send the object itself are understood.
std::string argumentsIn(const json::Value& function)
{
    const json::Value* arguments = function.find("arguments");
    if (arguments == nullptr || arguments->isNull())
        return {};
    return arguments->kind == json::Kind::String ? arguments->text : json::write(*arguments);
}

Result<CallDelta> readCall(const json::Value& call)
{
    CallDelta delta;
    if (const json::Value* index = call.find("index"); index != nullptr && !index->isNull()) {
        delta.index = wholeNumber(*index);
        if (!delta.index || *delta.index >= kMaxCalls)
            return Error{Code::BadInput, "the index of a tool call makes no sense"};
    }
    delta.id = textIn(call, "id");
    if (const json::Value* function = objectIn(call, "function")) {
        delta.name = textIn(*function, "name");
        delta.arguments = argumentsIn(*function);
    }
    return delta;
}

Result<> readDelta(Chunk& chunk, const json::Value& delta)
{
    if (const json::Value* details = arrayIn(delta, "reasoning_details"))
        chunk.details = details->items;
    chunk.reasoning = {textIn(delta, "reasoning_content"), textIn(delta, "reasoning"),
                       textOfDetails(chunk.details)};
    chunk.content = contentIn(delta);
    if (chunk.content.empty())
        chunk.content = textIn(delta, "refusal");
    if (const json::Value* calls = arrayIn(delta, "tool_calls")) {
        if (calls->items.size() > std::size_t(kMaxCalls))
            return Error{Code::BadInput, words(calls->items.size(), " tool calls at once")};
        for (const json::Value& call : calls->items)
            chunk.calls.push_back(TRY(readCall(call)));
    }
    return {};
}

Usage readUsage(const json::Value& usage)
{
    Usage out{.promptTokens = wholeNumberIn(usage, "prompt_tokens"),
              .cachedTokens = wholeNumberIn(usage, "prompt_cache_hit_tokens"),
              .answerTokens = wholeNumberIn(usage, "completion_tokens"),
              .reasoningTokens = wholeNumberIn(usage, "reasoning_tokens")};
    if (const json::Value* prompt = objectIn(usage, "prompt_tokens_details"))
        out.cachedTokens = wholeNumberIn(*prompt, "cached_tokens");
    if (const json::Value* answer = objectIn(usage, "completion_tokens_details"))
        out.reasoningTokens = wholeNumberIn(*answer, "reasoning_tokens");
    return out;
}

/// The one whose index is 0, or the first without an index.
const json::Value* firstChoice(const json::Value& answer)
{
    const json::Value* choices = arrayIn(answer, "choices");
    if (choices == nullptr)
        return nullptr;
    for (const json::Value& choice : choices->items) {
        const json::Value* index = choice.find("index");
        if (index == nullptr || wholeNumber(*index) == 0)
            return &choice;
    }
    return nullptr;
}

/// Some servers cut characters in two; that costs the characters, not the answer.
Result<json::Value> parseLeniently(std::string_view text)
{
    auto answer = json::parse(text, {.maxDepth = 64});
    if (answer)
        return answer;
    const std::string repaired = json::repairedUtf8(text);
    return repaired != text ? json::parse(repaired, {.maxDepth = 64}) : std::move(answer);
}

} // namespace

Result<Chunk> readChunk(std::string_view text)
{
    const json::Value answer = TRY(parseLeniently(text));
    if (answer.kind != json::Kind::Object)
        return Error{Code::BadInput, "a chunk of the answer is no JSON object"};
    Chunk chunk;
    chunk.id = textIn(answer, "id");
    chunk.model = textIn(answer, "model");
    chunk.trouble = troubleIn(answer);
    if (const json::Value* usage = objectIn(answer, "usage"))
        chunk.usage = readUsage(*usage);
    const json::Value* choice = firstChoice(answer);
    if (choice == nullptr)
        return chunk;
    chunk.finish = textIn(*choice, "finish_reason");
    if (const json::Value* delta = objectIn(*choice, "delta")) {
        TRY(readDelta(chunk, *delta));
    } else if (const json::Value* message = objectIn(*choice, "message")) {
        chunk.extent = Extent::Everything;
        TRY(readDelta(chunk, *message));
    }
    // Kimi and others: usage inside of the choice.
    if (const json::Value* usage = objectIn(*choice, "usage"); usage != nullptr && !chunk.usage)
        chunk.usage = readUsage(*usage);
    return chunk;
}

} // namespace tf::wire
