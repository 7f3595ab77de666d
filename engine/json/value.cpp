#include "engine/json/value.h"

#include "kernels/base/words.h"

#include <simdjson.h>

#include <algorithm>
#include <unordered_map>

namespace tf::json {

namespace {

namespace ondemand = simdjson::ondemand;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// simdjson's own number types end at 64 bits; the grammar does not.
bool isNumber(std::string_view text)
{
    std::size_t at = 0;
    const auto digits = [&] {
        const auto begin = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        return at - begin;
    };
    if (at < text.size() && text[at] == '-')
        ++at;
    const bool leadingZero = at < text.size() && text[at] == '0';
    const auto numWhole = digits();
    if (numWhole == 0 || (leadingZero && numWhole > 1))
        return false;
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (digits() == 0)
            return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        if (digits() == 0)
            return false;
    }
    return at == text.size();
}

std::string_view withoutTrailingSpace(std::string_view text)
{
    const auto last = text.find_last_not_of(" \t\r\n");
    return last == std::string_view::npos ? "" : text.substr(0, last + 1);
}

class Reader {
public:
    /// The text is read as the one element of an array, so that a scalar is a document like any
    /// other: simdjson treats scalar documents apart.
    Reader(std::string_view text, Limits limits)
        : m_limits(limits)
    {
        m_wrapped.reserve(text.size() + 2 + simdjson::SIMDJSON_PADDING);
        m_wrapped += '[';
        m_wrapped += text;
        m_wrapped += ']';
    }

    Result<Value> read()
    {
        if (m_parser.allocate(m_wrapped.size(), static_cast<std::size_t>(m_limits.maxDepth) + 2)
            != simdjson::SUCCESS)
            return Error(Code::OutOfMemory,
                         words("no memory to read ", m_wrapped.size(), " bytes of JSON"));
        ondemand::document document;
        if (const auto code = m_parser.iterate(m_wrapped).get(document))
            return broken(simdjson::error_message(code), 0);
        ondemand::value root;
        if (const auto code = document.get_value().get(root))
            return fault(document, code);
        Value wrapper = TRY(readArray(document, root, -1));
        if (wrapper.items.empty())
            return broken("there is nothing", 0);
        const char* place = nullptr;
        const bool ended = document.current_location().get(place) == simdjson::OUT_OF_BOUNDS;
        if (!ended || wrapper.items.size() > 1)
            return broken("more follows after the end", placeOf(document));
        return std::move(wrapper.items.front());
    }

private:
    static Error broken(std::string_view what, std::size_t place)
    {
        return {Code::BadInput, words("not valid JSON at byte ", place, ": ", what)};
    }

    std::size_t placeOf(ondemand::document& document) const
    {
        const char* place = nullptr;
        if (document.current_location().get(place) != simdjson::SUCCESS)
            return m_wrapped.size() - 2;
        const auto wrappedPlace = static_cast<std::size_t>(place - m_wrapped.data());
        return std::min(wrappedPlace - (wrappedPlace > 0), m_wrapped.size() - 2);
    }

    Error fault(ondemand::document& document, simdjson::error_code code) const
    {
        return broken(simdjson::error_message(code), placeOf(document));
    }

    Result<Value> readAny(ondemand::document& document, ondemand::value& source, int depth)
    {
        ondemand::json_type type = {};
        if (const auto code = source.type().get(type))
            return fault(document, code);
        switch (type) {
        case ondemand::json_type::null:
            return readNull(document, source);
        case ondemand::json_type::boolean:
            return readBool(document, source);
        case ondemand::json_type::number:
            return readNumber(document, source);
        case ondemand::json_type::string:
            return readString(document, source);
        case ondemand::json_type::array:
        case ondemand::json_type::object:
            break;
        }
        if (depth >= m_limits.maxDepth)
            return broken(words("nested deeper than ", m_limits.maxDepth, " levels"),
                          placeOf(document));
        return type == ondemand::json_type::array ? readArray(document, source, depth)
                                                  : readObject(document, source, depth);
    }

    Result<Value> readNull(ondemand::document& document, ondemand::value& source)
    {
        bool isNull = false;
        if (const auto code = source.is_null().get(isNull))
            return fault(document, code);
        if (!isNull)
            return fault(document, simdjson::N_ATOM_ERROR);
        return Value::null();
    }

    Result<Value> readBool(ondemand::document& document, ondemand::value& source)
    {
        bool flag = false;
        if (const auto code = source.get_bool().get(flag))
            return fault(document, code);
        return Value::boolean(flag);
    }

    Result<Value> readNumber(ondemand::document& document, ondemand::value& source)
    {
        const auto spelled = withoutTrailingSpace(source.raw_json_token());
        if (!isNumber(spelled))
            return fault(document, simdjson::NUMBER_ERROR);
        // Steps over the token; numbers beyond 64 bits and double are fine here.
        if (ondemand::number ignored; source.get_number().get(ignored) != simdjson::SUCCESS)
            return Value::number(std::string(spelled));
        return Value::number(std::string(spelled));
    }

    Result<Value> readString(ondemand::document& document, ondemand::value& source)
    {
        std::string_view text;
        if (const auto code = source.get_string().get(text))
            return fault(document, code);
        return Value::string(std::string(text));
    }

    Result<Value> readArray(ondemand::document& document, ondemand::value& source, int depth)
    {
        ondemand::array array;
        if (const auto code = source.get_array().get(array))
            return fault(document, code);
        Value value = Value::array();
        for (auto element : array) {
            ondemand::value item;
            if (const auto code = element.get(item))
                return fault(document, code);
            value.items.push_back(TRY(readAny(document, item, depth + 1)));
        }
        return value;
    }

    Result<Value> readObject(ondemand::document& document, ondemand::value& source, int depth)
    {
        ondemand::object object;
        if (const auto code = source.get_object().get(object))
            return fault(document, code);
        Value value = Value::object();
        std::unordered_map<std::string, std::size_t> placeByName;
        for (auto element : object) {
            ondemand::field field;
            if (const auto code = std::move(element).get(field))
                return fault(document, code);
            std::string_view key;
            if (const auto code = field.unescaped_key().get(key))
                return fault(document, code);
            std::string name(key);
            Value member = TRY(readAny(document, field.value(), depth + 1));
            const auto [place, isNew] = placeByName.try_emplace(name, value.members.size());
            if (isNew)
                value.members.emplace_back(std::move(name), std::move(member));
            else
                value.members[place->second].second = std::move(member);
        }
        return value;
    }

    ondemand::parser m_parser;
    std::string m_wrapped;
    Limits m_limits;
};

void append(std::string& out, const Value& value)
{
    switch (value.kind) {
    case Kind::Null:
        out += "null";
        return;
    case Kind::Bool:
        out += value.flag ? "true" : "false";
        return;
    case Kind::Number:
        out += value.text;
        return;
    case Kind::String:
        appendQuoted(out, value.text);
        return;
    case Kind::Array:
        out += '[';
        for (const Value& item : value.items) {
            if (&item != &value.items.front())
                out += ',';
            append(out, item);
        }
        out += ']';
        return;
    case Kind::Object:
        out += '{';
        for (const Member& member : value.members) {
            if (&member != &value.members.front())
                out += ',';
            appendQuoted(out, member.first);
            out += ':';
            append(out, member.second);
        }
        out += '}';
        return;
    }
}

} // namespace

std::string_view name(Kind kind)
{
    switch (kind) {
    case Kind::Null:
        return "null";
    case Kind::Bool:
        return "boolean";
    case Kind::Number:
        return "number";
    case Kind::String:
        return "string";
    case Kind::Array:
        return "array";
    case Kind::Object:
        return "object";
    }
    UNREACHABLE();
}

const Value* Value::find(std::string_view name) const
{
    const auto member = std::find_if(members.begin(), members.end(),
                                     [name](const Member& m) { return m.first == name; });
    return member == members.end() ? nullptr : &member->second;
}

bool Value::isInteger() const
{
    return kind == Kind::Number && text.find_first_of(".eE") == std::string::npos;
}

Value Value::boolean(bool flag)
{
    Value value;
    value.kind = Kind::Bool;
    value.flag = flag;
    return value;
}

Value Value::string(std::string text)
{
    Value value;
    value.kind = Kind::String;
    value.text = std::move(text);
    return value;
}

Value Value::number(std::string spelled)
{
    Value value;
    value.kind = Kind::Number;
    value.text = std::move(spelled);
    return value;
}

Value Value::array(std::vector<Value> items)
{
    Value value;
    value.kind = Kind::Array;
    value.items = std::move(items);
    return value;
}

Value Value::object(std::vector<Member> members)
{
    Value value;
    value.kind = Kind::Object;
    value.members = std::move(members);
    return value;
}

Result<Value> parse(std::string_view text, Limits limits)
{
    if (text.size() > limits.maxBytes)
        return Error(
            Code::BadInput,
            words("JSON of ", text.size(), " bytes; at most ", limits.maxBytes, " are read"));
    return Reader(text, limits).read();
}

std::string write(const Value& value)
{
    std::string out;
    append(out, value);
    return out;
}

void appendQuoted(std::string& out, std::string_view text)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += kHex[static_cast<unsigned char>(c) >> 4];
                out += kHex[static_cast<unsigned char>(c) & 15];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

} // namespace tf::json
