#include "engine/model/config_fields.h"

#include "kernels/base/words.h"

#include <charconv>
#include <cmath>

namespace tf::engine {

namespace {

using json::Kind;
using json::Value;

constexpr std::size_t kMaxShownBytes = 80;

std::string shown(const Value& value)
{
    auto text = json::write(value);
    if (text.size() > kMaxShownBytes) {
        auto end = kMaxShownBytes;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
            --end; // not within a character
        text = text.substr(0, end) + "…";
    }
    return text;
}

template <class N>
std::optional<N> numberIn(const Value& value)
{
    N number = {};
    const char* end = value.text.data() + value.text.size();
    const auto [at, code] = std::from_chars(value.text.data(), end, number);
    if (value.kind != Kind::Number || code != std::errc() || at != end)
        return std::nullopt;
    return number;
}

/// The field under each of its names, read alike; they must agree.
template <class T, class Read>
Result<std::optional<T>> agreed(const ConfigFields& fields, ConfigFields::Names names, Read&& read)
{
    std::optional<T> found;
    for (const auto name : names) {
        const Value* value = fields.find(name);
        if (value == nullptr)
            continue;
        const T next = TRY(read(name, *value));
        if (found && *found != next)
            return fields.wrong(name, words(*found, ", as ", *names.begin(), " says"));
        found = next;
    }
    return found;
}

} // namespace

const Value* ConfigFields::find(std::string_view name) const
{
    const Value* value = m_object.find(name);
    return value == nullptr || value->isNull() ? nullptr : value;
}

std::string ConfigFields::described(std::string_view name, std::string_view expected) const
{
    const Value* value = find(name);
    if (value == nullptr)
        return words(m_path, name, " is missing; expected ", expected);
    return words(m_path, name, " is ", shown(*value), "; expected ", expected);
}

Error ConfigFields::wrong(std::string_view name, std::string_view expected) const
{
    return {Code::BadInput, described(name, expected)};
}

Error ConfigFields::unsupported(std::string_view name, std::string_view expected) const
{
    return {Code::Unsupported, described(name, expected)};
}

Result<std::optional<ConfigFields>> ConfigFields::within(std::string_view name) const
{
    const Value* value = find(name);
    if (value == nullptr)
        return std::optional<ConfigFields>();
    if (value->kind != Kind::Object)
        return wrong(name, "an object");
    return std::optional(ConfigFields(*value, words(m_path, name, ".")));
}

Result<std::optional<std::int64_t>> ConfigFields::maybeWhole(Names names, std::int64_t least,
                                                             std::int64_t most) const
{
    return agreed<std::int64_t>(
        *this, names, [&](std::string_view name, const Value& value) -> Result<std::int64_t> {
            const auto number = numberIn<std::int64_t>(value);
            if (!number || *number < least || *number > most)
                return wrong(name, words("a whole number from ", least, " to ", most));
            return *number;
        });
}

Result<std::int64_t> ConfigFields::whole(Names names, std::int64_t least, std::int64_t most) const
{
    const auto number = TRY(maybeWhole(names, least, most));
    if (!number)
        return wrong(*names.begin(), words("a whole number from ", least, " to ", most));
    return *number;
}

Result<std::optional<double>> ConfigFields::maybeNumber(Names names, Range range) const
{
    return agreed<double>(
        *this, names, [&](std::string_view name, const Value& value) -> Result<double> {
            const auto number = numberIn<double>(value);
            if (!number || !(*number >= range.least && *number <= range.most))
                return wrong(name, words("a number from ", range.least, " to ", range.most));
            return *number;
        });
}

Result<double> ConfigFields::number(Names names, Range range) const
{
    const auto number = TRY(maybeNumber(names, range));
    if (!number)
        return wrong(*names.begin(), words("a number from ", range.least, " to ", range.most));
    return *number;
}

Result<std::optional<bool>> ConfigFields::maybeFlag(std::string_view name) const
{
    const Value* value = find(name);
    if (value == nullptr)
        return std::optional<bool>();
    if (value->kind != Kind::Bool)
        return wrong(name, "true or false");
    return std::optional(value->flag);
}

Result<std::optional<std::string>> ConfigFields::maybeText(std::string_view name) const
{
    const Value* value = find(name);
    if (value == nullptr)
        return std::optional<std::string>();
    if (value->kind != Kind::String)
        return wrong(name, "a word");
    return std::optional(value->text);
}

Result<std::optional<std::vector<std::string>>>
ConfigFields::maybeTexts(std::string_view name) const
{
    const Value* value = find(name);
    if (value == nullptr)
        return std::optional<std::vector<std::string>>();
    std::vector<std::string> texts;
    if (value->kind != Kind::Array)
        return wrong(name, "a list of words");
    for (const Value& item : value->items) {
        if (item.kind != Kind::String)
            return wrong(name, "a list of words");
        texts.push_back(item.text);
    }
    return std::optional(std::move(texts));
}

Result<std::optional<std::vector<bool>>> ConfigFields::maybeFlags(std::string_view name) const
{
    const Value* value = find(name);
    if (value == nullptr)
        return std::optional<std::vector<bool>>();
    std::vector<bool> flags;
    if (value->kind != Kind::Array)
        return wrong(name, "a list of 0 and 1, one a layer");
    for (const Value& item : value->items) {
        const bool isNumber = item.kind == Kind::Number && (item.text == "0" || item.text == "1");
        if (!isNumber && item.kind != Kind::Bool)
            return wrong(name, "a list of 0 and 1, one a layer");
        flags.push_back(isNumber ? item.text == "1" : item.flag);
    }
    return std::optional(std::move(flags));
}

Result<> ConfigFields::onlyFlag(std::string_view name, bool only) const
{
    if (TRY(maybeFlag(name)).value_or(only) != only)
        return unsupported(name, words(only, ": no other kind of this model is known"));
    return {};
}

Result<> ConfigFields::onlyText(std::string_view name, std::string_view only) const
{
    if (const auto text = TRY(maybeText(name)); text && *text != only)
        return unsupported(name, words("\"", only, "\": no other kind of this model is known"));
    return {};
}

Result<> ConfigFields::onlyNumber(std::string_view name, double only) const
{
    const Value* value = find(name);
    if (value != nullptr && numberIn<double>(*value) != only)
        return unsupported(name, words(only, ": no other kind of this model is known"));
    return {};
}

} // namespace tf::engine
