#include "engine/text/prompt/chat_json.h"

#include "engine/text/prompt/message_json.h"
#include "engine/text/prompt/python_text.h"
#include "kernels/base/words.h"

namespace tf::text {

namespace {

using json::Kind;
using json::Value;

constexpr std::string_view kModeWanted = "\"adaptive\", \"enabled\" or \"disabled\"";

ThinkingMode modeNamed(const Value& word)
{
    if (word.kind != Kind::String)
        return ThinkingMode::Unnamed;
    if (word.text == "adaptive")
        return ThinkingMode::Adaptive;
    if (word.text == "enabled")
        return ThinkingMode::Enabled;
    return word.text == "disabled" ? ThinkingMode::Disabled : ThinkingMode::Unnamed;
}

/// A member at the top, or among the words for the template; and the place where it stands.
struct Found {
    const Value* value = nullptr;
    std::string place;
};

Found findSetting(const Value& request, const char* name)
{
    if (const Value* value = request.find(name); value != nullptr && !value->isNull())
        return {value, name};
    const Value* inner = request.find("chat_template_kwargs");
    inner = inner == nullptr ? nullptr : inner->find(name);
    if (inner != nullptr && !inner->isNull())
        return {inner, words("chat_template_kwargs.", name)};
    return {};
}

Found findThinking(const Value& request)
{
    if (auto setting = findSetting(request, "thinking_mode"); setting.value != nullptr)
        return setting;
    const Value* thinking = request.find("thinking");
    const Value* type = thinking == nullptr ? nullptr : thinking->find("type");
    return {type == nullptr || type->isNull() ? nullptr : type, "thinking.type"};
}

Result<std::optional<ThinkingMode>> readMode(const Value& request, Shape shape)
{
    if (shape == Shape::Template) {
        const Value* word = request.find("thinking_mode");
        return word == nullptr ? std::nullopt : std::optional(modeNamed(*word));
    }
    const Found found = findThinking(request);
    if (found.value == nullptr)
        return std::optional<ThinkingMode>();
    if (found.value->kind != Kind::String)
        return wrongKind(found.place, found.value, kModeWanted);
    const ThinkingMode mode = modeNamed(*found.value);
    if (mode == ThinkingMode::Unnamed)
        return wrongJson(found.place,
                         words("\"", found.value->text.substr(0, 64), "\", wanted ", kModeWanted));
    return std::optional(mode);
}

Result<std::optional<std::string>> readIdentity(const Value& request, Shape shape)
{
    if (shape == Shape::Template) {
        const Value* identity = request.find("model_identity");
        return identity == nullptr ? std::nullopt : std::optional(pythonStr(*identity));
    }
    const Found found = findSetting(request, "model_identity");
    if (found.value == nullptr)
        return std::optional<std::string>();
    if (found.value->kind != Kind::String)
        return wrongKind(found.place, found.value, "a string");
    return std::optional(found.value->text);
}

Result<bool> readGeneration(const Value& request, Shape shape)
{
    const char* const name = "add_generation_prompt";
    const Found found =
        shape == Shape::OpenAi ? findSetting(request, name) : Found{request.find(name), name};
    if (found.value == nullptr || found.value->isNull())
        return shape == Shape::OpenAi;
    if (found.value->kind != Kind::Bool)
        return wrongKind(found.place, found.value, "true or false");
    return found.value->flag;
}

Result<Tool> readTool(const Value& tool, Shape shape, const std::string& place)
{
    const Value* function = tool.find("function");
    if (function == nullptr)
        return wrongJson(place + ".function", "missing");
    if (shape == Shape::OpenAi && function->kind != Kind::Object)
        return wrongKind(place + ".function", function, "an object");
    return Tool{*function};
}

Result<std::vector<Tool>> readTools(const Value& request, Shape shape)
{
    std::vector<Tool> out;
    const Value* tools = request.find("tools");
    if (tools == nullptr || !pythonTruth(*tools))
        return out;
    if (tools->kind != Kind::Array)
        return wrongKind("tools", tools, "a list");
    for (std::size_t idx = 0; idx < tools->items.size(); ++idx)
        out.push_back(TRY(readTool(tools->items[idx], shape, words("tools[", idx, "]"))));
    return out;
}

} // namespace

Shape shapeOf(const json::Value& request)
{
    const bool isTemplate =
        request.find("add_generation_prompt") != nullptr && request.find("model") == nullptr;
    return isTemplate ? Shape::Template : Shape::OpenAi;
}

Result<ChatRequest> readChatRequest(const json::Value& request, Shape shape)
{
    if (request.kind != Kind::Object)
        return wrongKind("request", &request, "an object");
    const Value* messages = request.find("messages");
    if (messages == nullptr || messages->kind != Kind::Array)
        return wrongKind("messages", messages, "a list");
    ChatRequest out;
    for (std::size_t idx = 0; idx < messages->items.size(); ++idx)
        out.messages.push_back(
            TRY(readMessage(messages->items[idx], shape, words("messages[", idx, "]"))));
    out.tools = TRY(readTools(request, shape));
    out.thinkingMode = TRY(readMode(request, shape));
    out.modelIdentity = TRY(readIdentity(request, shape));
    out.addGenerationPrompt = TRY(readGeneration(request, shape));
    return out;
}

} // namespace tf::text
