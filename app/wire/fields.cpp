#include "app/wire/fields.h"

#include "kernels/base/words.h"

#include <charconv>
#include <cmath>

namespace tf::wire {

namespace {

constexpr double kMostWhole = 9007199254740992.0; // 2^53: what every reader of JSON agrees on

const json::Value* memberOf(const json::Value& object, std::string_view name, json::Kind kind)
{
    const json::Value* member = object.find(name);
    return member != nullptr && member->kind == kind ? member : nullptr;
}

} // namespace

std::optional<double> finiteNumber(const json::Value& value)
{
    if (value.kind != json::Kind::Number)
        return std::nullopt;
    double number = 0;
    const char* end = value.text.data() + value.text.size();
    const auto read = std::from_chars(value.text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || !std::isfinite(number))
        return std::nullopt;
    return number;
}

std::optional<std::int64_t> wholeNumber(const json::Value& value, std::int64_t least)
{
    const auto number = finiteNumber(value);
    if (!number || *number < static_cast<double>(least) || *number > kMostWhole
        || *number != std::floor(*number))
        return std::nullopt;
    return static_cast<std::int64_t>(*number);
}

const std::string* stringIn(const json::Value& object, std::string_view name)
{
    const json::Value* member = memberOf(object, name, json::Kind::String);
    return member != nullptr ? &member->text : nullptr;
}

std::optional<std::int64_t> wholeNumberIn(const json::Value& object, std::string_view name)
{
    const json::Value* member = object.find(name);
    return member != nullptr ? wholeNumber(*member) : std::nullopt;
}

const json::Value* objectIn(const json::Value& object, std::string_view name)
{
    return memberOf(object, name, json::Kind::Object);
}

const json::Value* arrayIn(const json::Value& object, std::string_view name)
{
    return memberOf(object, name, json::Kind::Array);
}

json::Value jsonNumber(std::int64_t number)
{
    return json::Value::number(words(number));
}

json::Value jsonNumber(double number)
{
    return json::Value::number(words(number));
}

} // namespace tf::wire
