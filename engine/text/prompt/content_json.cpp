#include "engine/text/prompt/content_json.h"

#include "engine/text/prompt/python_text.h"
#include "kernels/base/words.h"

#include <optional>

namespace tf::text {

namespace {

using json::Kind;
using json::Value;

bool isString(const Value* value)
{
    return value != nullptr && value->kind == Kind::String;
}

Part textPart(std::string text)
{
    return {PartKind::Text, std::move(text)};
}

std::vector<Part> oneText(std::string text)
{
    std::vector<Part> parts;
    if (!text.empty())
        parts.push_back(textPart(std::move(text)));
    return parts;
}

std::string_view typeOf(const Value& item)
{
    const Value* type = item.find("type");
    return isString(type) ? std::string_view(type->text) : "";
}

/// Nothing in the prompt depends on it; the one who fetches the medium does.
std::string addressOf(const Value& item)
{
    for (const char* name : {"image_url", "video_url", "image", "video", "url"}) {
        const Value* found = item.find(name);
        if (found != nullptr && found->kind == Kind::Object)
            found = found->find("url");
        if (isString(found))
            return found->text;
    }
    return {};
}

std::optional<Part> mediaPart(const Value& item)
{
    const auto type = typeOf(item);
    if (type == "image")
        return Part{PartKind::Image, addressOf(item)};
    if (type == "video")
        return Part{PartKind::Video, addressOf(item)};
    return std::nullopt;
}

/// What the template prints of an item of a user's, an assistant's or a leading message.
Part shownItem(const Value& item)
{
    if (item.kind == Kind::String)
        return textPart(item.text);
    if (auto media = mediaPart(item))
        return *std::move(media);
    if (typeOf(item) != "text")
        return {PartKind::Unshown, {}};
    const Value* text = item.find("text");
    return textPart(text == nullptr ? std::string() : pythonStr(*text));
}

/// Of a tool's result the template prints every item, whatever it is.
Part resultItem(const Value& item)
{
    if (auto media = mediaPart(item))
        return *std::move(media);
    if (const Value* output = item.find("output"))
        return textPart(pythonStr(*output));
    const Value* text = item.find("text");
    return textPart(pythonStr(text != nullptr && typeOf(item) == "text" ? *text : item));
}

Result<std::vector<Part>> resultContent(const Value& content, std::string_view place)
{
    std::vector<Part> parts;
    switch (content.kind) {
    case Kind::String:
        return oneText(content.text);
    case Kind::Array:
        for (const Value& item : content.items)
            parts.push_back(resultItem(item));
        return parts;
    case Kind::Object: // Python walks over a dict's keys
        for (const json::Member& member : content.members)
            parts.push_back(textPart(member.first));
        return parts;
    case Kind::Null:
    case Kind::Bool:
    case Kind::Number:
        return wrongKind(place, &content, "a string or a list of parts");
    }
    UNREACHABLE();
}

std::vector<Part> shownContent(const Value& content, Role role)
{
    // What is false to Python makes room for the default text.
    const bool leads = role == Role::Root || role == Role::System || role == Role::Developer;
    if (content.isNull() || (leads && !pythonTruth(content)))
        return {};
    if (content.kind != Kind::Array)
        return oneText(pythonStr(content));
    std::vector<Part> parts;
    for (const Value& item : content.items)
        parts.push_back(shownItem(item));
    return parts;
}

Result<Part> openAiItem(const Value& item, const std::string& place)
{
    if (item.kind == Kind::String)
        return textPart(item.text);
    if (item.kind != Kind::Object)
        return wrongKind(place, &item, "a part: an object with a type");
    const auto type = typeOf(item);
    if (type == "text") {
        const Value* text = item.find("text");
        if (!isString(text))
            return wrongKind(place + ".text", text, "a string");
        return textPart(text->text);
    }
    if (type == "image" || type == "image_url")
        return Part{PartKind::Image, addressOf(item)};
    if (type == "video" || type == "video_url")
        return Part{PartKind::Video, addressOf(item)};
    if (type.empty())
        return wrongKind(place + ".type", item.find("type"), "the name of a type");
    return Error(Code::Unsupported,
                 words(place, ".type: M3 takes no \"", type.substr(0, 64),
                       "\"; it takes text, image_url and video_url"));
}

Result<std::vector<Part>> openAiContent(const Value& content, Role role, std::string_view place)
{
    if (content.isNull() && role != Role::Tool)
        return std::vector<Part>();
    if (content.kind == Kind::String)
        return oneText(content.text);
    if (content.kind != Kind::Array)
        return wrongKind(place, &content, "a string or a list of parts");
    std::vector<Part> parts;
    for (std::size_t idx = 0; idx < content.items.size(); ++idx)
        parts.push_back(TRY(openAiItem(content.items[idx], words(place, "[", idx, "]"))));
    return parts;
}

} // namespace

Result<std::vector<Part>> readContent(const json::Value* content, Role role, Shape shape,
                                      std::string_view place)
{
    if (content == nullptr)
        return std::vector<Part>();
    if (shape == Shape::OpenAi)
        return openAiContent(*content, role, place);
    if (role == Role::Tool)
        return resultContent(*content, place);
    return shownContent(*content, role);
}

Error wrongJson(std::string_view place, std::string_view what)
{
    return {Code::BadInput, words(place, ": ", what)};
}

Error wrongKind(std::string_view place, const json::Value* value, std::string_view wanted)
{
    const auto found = value == nullptr ? std::string_view("missing") : name(value->kind);
    return wrongJson(place, words(found, ", wanted ", wanted));
}

} // namespace tf::text
