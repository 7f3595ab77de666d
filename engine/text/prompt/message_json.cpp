#include "engine/text/prompt/message_json.h"

#include "engine/text/prompt/python_text.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <utility>

namespace tf::text {

namespace {

using json::Kind;
using json::Value;

Role roleNamed(std::string_view word)
{
    constexpr std::pair<std::string_view, Role> kRoles[] = {
        {"root", Role::Root}, {"system", Role::System},       {"developer", Role::Developer},
        {"user", Role::User}, {"assistant", Role::Assistant}, {"tool", Role::Tool}};
    const auto* found = std::find_if(std::begin(kRoles), std::end(kRoles),
                                     [word](const auto& role) { return role.first == word; });
    return found == std::end(kRoles) ? Role::Other : found->second;
}

Result<Role> readRole(const Value& message, Shape shape, const std::string& place)
{
    const Value* role = message.find("role");
    if (role != nullptr && role->kind == Kind::String)
        return roleNamed(role->text);
    if (shape == Shape::OpenAi)
        return wrongKind(place + ".role", role, "a string");
    return Role::Other;
}

Result<std::optional<std::string>> readReasoning(const Value& message, Shape shape,
                                                 const std::string& place)
{
    const auto read = [&](const char* name) -> Result<std::optional<std::string>> {
        const Value* reasoning = message.find(name);
        if (reasoning != nullptr && reasoning->kind == Kind::String)
            return std::optional(reasoning->text);
        if (reasoning != nullptr && !reasoning->isNull() && shape == Shape::OpenAi)
            return wrongKind(words(place, ".", name), reasoning, "a string");
        return std::optional<std::string>();
    };
    auto reasoning = TRY(read("reasoning_content"));
    if (reasoning || shape == Shape::Template) // the template knows no other name
        return reasoning;
    return read("reasoning");
}

/// OpenAI hands arguments over as JSON in a string; nothing at all means none.
Result<Value> readArguments(const Value* arguments, Shape shape, const std::string& place)
{
    constexpr std::string_view kWanted = "an object";
    if (arguments != nullptr && arguments->kind == Kind::Object)
        return *arguments;
    if (shape == Shape::Template)
        return wrongKind(place, arguments, kWanted);
    if (arguments == nullptr || arguments->isNull())
        return Value::object();
    if (arguments->kind != Kind::String)
        return wrongKind(place, arguments, kWanted);
    if (arguments->text.empty())
        return Value::object();
    Value inner = TRY(json::parse(arguments->text).because(place));
    if (inner.kind != Kind::Object)
        return wrongKind(place, &inner, kWanted);
    return inner;
}

Result<ToolCall> readCall(const Value& call, Shape shape, const std::string& place)
{
    if (call.kind != Kind::Object)
        return wrongKind(place, &call, "an object");
    const Value* function = call.find("function");
    const bool isFlat = function == nullptr || !pythonTruth(*function);
    const Value& named = isFlat ? call : *function;
    const std::string inside = isFlat ? place : place + ".function";
    const Value* name = named.find("name");
    if (name == nullptr || name->kind != Kind::String)
        return wrongKind(inside + ".name", name, "a string");
    // A statement of its own: leaving through TRY inside an initializer would leak the name.
    Value arguments = TRY(readArguments(named.find("arguments"), shape, inside + ".arguments"));
    return ToolCall{name->text, std::move(arguments)};
}

Result<std::vector<ToolCall>> readCalls(const Value* calls, Shape shape, const std::string& place)
{
    std::vector<ToolCall> out;
    if (calls == nullptr || !pythonTruth(*calls))
        return out;
    if (calls->kind != Kind::Array)
        return wrongKind(place, calls, "a list");
    for (std::size_t idx = 0; idx < calls->items.size(); ++idx)
        out.push_back(TRY(readCall(calls->items[idx], shape, words(place, "[", idx, "]"))));
    return out;
}

} // namespace

Result<Message> readMessage(const json::Value& message, Shape shape, const std::string& place)
{
    if (message.kind != Kind::Object)
        return wrongKind(place, &message, "an object");
    Message out;
    out.role = TRY(readRole(message, shape, place));
    if (out.role == Role::Other)
        return out;
    out.parts = TRY(readContent(message.find("content"), out.role, shape, place + ".content"));
    if (out.role != Role::Assistant)
        return out;
    out.reasoning = TRY(readReasoning(message, shape, place));
    out.toolCalls = TRY(readCalls(message.find("tool_calls"), shape, place + ".tool_calls"));
    return out;
}

} // namespace tf::text
