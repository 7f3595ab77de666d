#include "app/wire/chat_request.h"
#include "app/wire/data_uri.h"
#include "app/wire/fields.h"
#include "kernels/base/words.h"

#include <array>
#include <utility>

namespace tf::wire {

namespace {

using json::Kind;
using json::Value;

constexpr std::pair<std::string_view, Role> kRoleWords[] = {
    {"system", Role::System}, {"root", Role::System},         {"developer", Role::Developer},
    {"user", Role::User},     {"assistant", Role::Assistant}, {"tool", Role::Tool}};
constexpr std::pair<std::string_view, Detail> kDetailWords[] = {{"low", Detail::Low},
                                                                {"default", Detail::Default},
                                                                {"auto", Detail::Default},
                                                                {"high", Detail::High}};
constexpr std::pair<std::string_view, Thinking> kThinkingWords[] = {
    {"disabled", Thinking::Off}, {"adaptive", Thinking::Adaptive}, {"enabled", Thinking::On}};

template <class T, std::size_t N>
std::optional<T> meaning(const std::pair<std::string_view, T> (&words)[N], const std::string* word)
{
    for (const auto& [spelling, value] : words) {
        if (word != nullptr && *word == spelling)
            return value;
    }
    return std::nullopt;
}

Error wrong(std::string_view place, std::string_view what)
{
    return {Code::BadInput, words(place, ": ", what)};
}

/// The address of an image_url or video_url: a string, or an object with `url`.
struct Address {
    Media media;
    const Value* settings = nullptr; ///< the object, if it is one
};

Result<Address> readAddress(const Value& part, std::string_view member, std::string_view place)
{
    Address out;
    out.settings = objectIn(part, member);
    const std::string* url =
        out.settings != nullptr ? stringIn(*out.settings, "url") : stringIn(part, member);
    if (url == nullptr || url->empty())
        return wrong(place, words("wanted ", member, " with a url"));
    if (!url->starts_with("data:")) {
        out.media.url = *url;
        return out;
    }
    UriData data = TRY(readDataUri(*url).because(place));
    out.media.type = std::move(data.type);
    out.media.bytes = std::make_shared<const std::string>(std::move(data.bytes));
    return out;
}

Result<Part> readPart(const Value& part, std::string_view place)
{
    const std::string* type = stringIn(part, "type");
    const std::string* text = stringIn(part, "text");
    if (type != nullptr && *type == "text" && text != nullptr)
        return Part(TextPart{*text});
    if (type != nullptr && *type == "image_url") {
        const Address address = TRY(readAddress(part, "image_url", place));
        ImagePart image{address.media, {}, {}};
        if (address.settings != nullptr) {
            const auto detail = meaning(kDetailWords, stringIn(*address.settings, "detail"));
            image.detail = detail.value_or(Detail::Unnamed);
            image.maxLongSide = wholeNumberIn(*address.settings, "max_long_side_pixel");
        }
        return Part(std::move(image));
    }
    if (type != nullptr && *type == "video_url") {
        const Address address = TRY(readAddress(part, "video_url", place));
        VideoPart video{address.media, {}, {}, {}, {}};
        if (address.settings != nullptr) {
            const auto detail = meaning(kDetailWords, stringIn(*address.settings, "detail"));
            const Value* fps = address.settings->find("fps");
            video.fps = fps != nullptr ? finiteNumber(*fps) : std::nullopt;
            video.detail = detail.value_or(Detail::Unnamed);
            video.maxLongSide = wholeNumberIn(*address.settings, "max_long_side_pixel");
        }
        return Part(std::move(video));
    }
    return wrong(place, "a part is text, image_url or video_url");
}

Result<std::vector<Part>> readParts(const Value& message, std::string_view place)
{
    std::vector<Part> parts;
    const Value* content = message.find("content");
    if (content == nullptr || content->isNull())
        return parts;
    if (content->kind == Kind::String) {
        if (!content->text.empty())
            parts.emplace_back(TextPart{content->text});
        return parts;
    }
    if (content->kind != Kind::Array)
        return wrong(words(place, ".content"), "wanted a string or a list of parts");
    for (std::size_t idx = 0; idx < content->items.size(); ++idx)
        parts.push_back(TRY(readPart(content->items[idx], words(place, ".content[", idx, "]"))));
    return parts;
}

Result<ToolCall> readCall(const Value& call, std::string_view place)
{
    const Value* function = objectIn(call, "function");
    const std::string* name = function != nullptr ? stringIn(*function, "name") : nullptr;
    if (name == nullptr)
        return wrong(place, "a call has a function with a name");
    ToolCall out;
    out.name = *name;
    if (const std::string* id = stringIn(call, "id"))
        out.id = *id;
    if (const Value* arguments = function->find("arguments"))
        out.arguments = arguments->kind == Kind::String ? arguments->text : json::write(*arguments);
    return out;
}

Result<Message> readMessage(const Value& value, std::string_view place)
{
    Message message;
    const auto role = meaning(kRoleWords, stringIn(value, "role"));
    if (!role)
        return wrong(words(place, ".role"), "no role that is known");
    message.role = *role;
    message.parts = TRY(readParts(value, place));
    const std::string* reasoning = stringIn(value, "reasoning_content");
    if (reasoning == nullptr)
        reasoning = stringIn(value, "reasoning");
    if (reasoning != nullptr)
        message.reasoning = *reasoning;
    if (const Value* details = arrayIn(value, "reasoning_details"))
        message.reasoningDetails = *details;
    if (const std::string* callId = stringIn(value, "tool_call_id"))
        message.callId = *callId;
    if (const Value* calls = arrayIn(value, "tool_calls")) {
        for (std::size_t idx = 0; idx < calls->items.size(); ++idx)
            message.calls.push_back(
                TRY(readCall(calls->items[idx], words(place, ".tool_calls[", idx, "]"))));
    }
    return message;
}

Sampling readSampling(const Value& request)
{
    Sampling sampling;
    const auto real = [&](std::string_view name) {
        const Value* member = request.find(name);
        return member != nullptr ? finiteNumber(*member) : std::nullopt;
    };
    sampling.temperature = real("temperature");
    sampling.topP = real("top_p");
    sampling.topK = wholeNumberIn(request, "top_k");
    sampling.seed = wholeNumberIn(request, "seed");
    sampling.maxTokens = wholeNumberIn(request, "max_completion_tokens");
    if (!sampling.maxTokens)
        sampling.maxTokens = wholeNumberIn(request, "max_tokens");
    if (const std::string* stop = stringIn(request, "stop"))
        sampling.stops.push_back(*stop);
    if (const Value* stops = arrayIn(request, "stop")) {
        for (const Value& stop : stops->items) {
            if (stop.kind == Kind::String)
                sampling.stops.push_back(stop.text);
        }
    }
    return sampling;
}

std::optional<Thinking> readThinking(const Value& request)
{
    if (const Value* kwargs = objectIn(request, "chat_template_kwargs"))
        return meaning(kThinkingWords, stringIn(*kwargs, "thinking_mode"));
    if (const Value* thinking = objectIn(request, "thinking"))
        return meaning(kThinkingWords, stringIn(*thinking, "type"));
    return meaning(kThinkingWords, stringIn(request, "thinking_mode"));
}

} // namespace

Result<ChatRequest> readRequest(const Value& value)
{
    ChatRequest request;
    if (const std::string* model = stringIn(value, "model"))
        request.model = *model;
    const Value* messages = arrayIn(value, "messages");
    if (messages == nullptr || messages->items.empty())
        return wrong("messages", "wanted a list that is not empty");
    for (std::size_t idx = 0; idx < messages->items.size(); ++idx)
        request.messages.push_back(
            TRY(readMessage(messages->items[idx], words("messages[", idx, "]"))));
    if (const Value* tools = arrayIn(value, "tools")) {
        for (const Value& tool : tools->items) {
            const Value* function = objectIn(tool, "function");
            if (function == nullptr || stringIn(*function, "name") == nullptr)
                return wrong("tools", "a tool has a function with a name");
            request.tools.push_back({*function});
        }
    }
    request.thinking = readThinking(value);
    request.sampling = readSampling(value);
    const Value* stream = value.find("stream");
    const bool isStreamed = stream != nullptr && stream->kind == Kind::Bool && stream->flag;
    request.delivery = isStreamed ? Delivery::Streamed : Delivery::Whole;
    return request;
}

} // namespace tf::wire
