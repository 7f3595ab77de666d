#include "engine/text/answer/tool_leaf.h"

#include "engine/json/utf8_repair.h"
#include "engine/text/answer/answer_marker.h"

#include <algorithm>
#include <optional>

namespace tf::text {

namespace {

using json::Value;

std::string_view withoutMarkupSpace(std::string_view text)
{
    const auto begin = text.find_first_not_of(kMarkupSpace);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kMarkupSpace) - begin + 1);
}

bool sameWord(std::string_view text, std::string_view lower)
{
    return text.size() == lower.size()
        && std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
           });
}

bool isNullWord(std::string_view text)
{
    return text == "null" || text == "Null" || text == "NULL";
}

std::string_view leadingDigits(std::string_view text)
{
    return text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size()));
}

/// A number as JSON spells it: the model's leading zeros and plus go, all other digits stay.
std::optional<std::string> spelledNumber(std::string_view text)
{
    text = withoutMarkupSpace(text);
    std::string spelled = text.starts_with('-') ? "-" : "";
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    const auto whole = leadingDigits(text);
    if (whole.empty())
        return std::nullopt;
    text.remove_prefix(whole.size());
    const auto firstDigit = std::min(whole.find_first_not_of('0'), whole.size() - 1);
    spelled += whole.substr(firstDigit);
    if (text.starts_with('.')) {
        const auto fraction = leadingDigits(text.substr(1));
        if (fraction.empty())
            return std::nullopt;
        spelled += text.substr(0, fraction.size() + 1);
        text.remove_prefix(fraction.size() + 1);
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        const std::size_t signBytes = text.size() > 1 && (text[1] == '+' || text[1] == '-') ? 1 : 0;
        const auto exponent = leadingDigits(text.substr(1 + signBytes));
        if (exponent.empty())
            return std::nullopt;
        spelled += text.substr(0, 1 + signBytes + exponent.size());
        text.remove_prefix(1 + signBytes + exponent.size());
    }
    return text.empty() ? std::optional(std::move(spelled)) : std::nullopt;
}

/// 42.0 is an integer to JSON schema, and is handed on as 42.
std::optional<std::string> spelledInteger(std::string_view text)
{
    auto spelled = spelledNumber(text);
    if (!spelled || spelled->find_first_of("eE") != std::string::npos)
        return std::nullopt;
    const auto point = spelled->find('.');
    if (point == std::string::npos)
        return spelled;
    if (spelled->find_first_not_of('0', point + 1) != std::string::npos)
        return std::nullopt;
    spelled->resize(point);
    return spelled;
}

std::optional<Value> booleanLeaf(std::string_view text)
{
    text = withoutMarkupSpace(text);
    if (sameWord(text, "true") || text == "1")
        return Value::boolean(true);
    if (sameWord(text, "false") || text == "0")
        return Value::boolean(false);
    return std::nullopt;
}

/// Nothing stands for an empty list or object; else it must be JSON.
std::optional<Value> nestedLeaf(std::string_view text, json::Kind kind)
{
    text = withoutMarkupSpace(text);
    if (text.empty())
        return kind == json::Kind::Array ? Value::array() : Value::object();
    if (text.front() != (kind == json::Kind::Array ? '[' : '{'))
        return std::nullopt;
    auto value = json::parse(text);
    if (!value || value->kind != kind)
        return std::nullopt;
    return std::move(value).value();
}

/// The first type that fits, the narrowest first: a string fits always.
std::optional<Value> typedLeaf(std::string_view text, unsigned types)
{
    if (types & kIntegerType) {
        if (auto spelled = spelledInteger(text))
            return Value::number(std::move(*spelled));
    }
    if (types & kNumberType) {
        if (auto spelled = spelledNumber(text))
            return Value::number(std::move(*spelled));
    }
    std::optional<Value> value;
    if (types & kBooleanType)
        value = booleanLeaf(text);
    if (!value && (types & kObjectType))
        value = nestedLeaf(text, json::Kind::Object);
    if (!value && (types & kArrayType))
        value = nestedLeaf(text, json::Kind::Array);
    if (!value && (types & kStringType))
        value = Value::string(json::repairedUtf8(text));
    return value;
}

/// How the template writes a value without children.
bool isWrittenAs(const Value& value, std::string_view text)
{
    switch (value.kind) {
    case json::Kind::Null:
        return isNullWord(text);
    case json::Kind::Bool:
        return sameWord(text, value.flag ? "true" : "false");
    case json::Kind::Number:
    case json::Kind::String:
        return value.text == text;
    case json::Kind::Array:
    case json::Kind::Object:
        return false;
    }
    return false;
}

const Value* listedValue(const Value& schema, std::string_view text)
{
    if (const Value* only = schema.find("const"); only && isWrittenAs(*only, text))
        return only;
    const Value* list = schema.find("enum");
    if (list == nullptr)
        return nullptr;
    const auto item = std::find_if(list->items.begin(), list->items.end(),
                                   [text](const Value& v) { return isWrittenAs(v, text); });
    return item == list->items.end() ? nullptr : &*item;
}

} // namespace

json::Value leafValue(std::string_view text, const std::vector<ToolAlternative>& allowed)
{
    for (const auto& alternative : allowed) {
        if (const Value* listed = listedValue(*alternative.schema.node, text))
            return *listed;
    }
    const bool allowsNull = std::any_of(allowed.begin(), allowed.end(),
                                        [](const auto& a) { return a.types & kNullType; });
    if (allowsNull && isNullWord(withoutMarkupSpace(text)))
        return Value::null();
    for (const auto& alternative : allowed) {
        if (auto value = typedLeaf(text, alternative.types))
            return std::move(*value);
    }
    if (allowsNull && isBlank(text))
        return Value::null();
    return Value::string(json::repairedUtf8(text));
}

} // namespace tf::text
