#include "engine/text/prompt/python_text.h"

#include "engine/text/prompt/python_number.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace tf::text {

namespace {

using json::Kind;
using json::Value;

void appendHex(std::string& out, std::uint32_t number, int numDigits)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    for (int shift = (numDigits - 1) * 4; shift >= 0; shift -= 4)
        out += kHex[(number >> shift) & 15];
}

/// str.isprintable(): not a control, format, surrogate, private or unassigned character, and no
/// separator but the space.
bool isPrintable(UChar32 character)
{
    constexpr std::uint32_t kHidden = U_GC_C_MASK | U_GC_Z_MASK;
    return character == ' ' || (U_MASK(u_charType(character)) & kHidden) == 0;
}

void appendEscaped(std::string& out, UChar32 character)
{
    const auto code = static_cast<std::uint32_t>(character);
    out += '\\';
    if (code < 0x100) {
        out += 'x';
        appendHex(out, code, 2);
    } else if (code < 0x10000) {
        out += 'u';
        appendHex(out, code, 4);
    } else {
        out += 'U';
        appendHex(out, code, 8);
    }
}

void appendReprString(std::string& out, const std::string& text)
{
    const bool hasSingle = text.find('\'') != std::string::npos;
    const char quote = hasSingle && text.find('"') == std::string::npos ? '"' : '\'';
    out += quote;
    const auto numBytes = static_cast<std::int64_t>(text.size());
    for (std::int64_t at = 0; at < numBytes;) {
        const auto begin = at;
        UChar32 character = 0;
        U8_NEXT(text.data(), at, numBytes, character);
        if (character < 0)
            character = 0xfffd;
        if (character == quote || character == '\\')
            out.append(1, '\\').append(1, static_cast<char>(character));
        else if (character == '\n')
            out += "\\n";
        else if (character == '\r')
            out += "\\r";
        else if (character == '\t')
            out += "\\t";
        else if (!isPrintable(character))
            appendEscaped(out, character);
        else
            out.append(text, static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
    }
    out += quote;
}

/// What differs between repr() and json.dumps().
struct Spelling {
    std::string_view null, yes, no;
    void (*appendString)(std::string&, const std::string&);
    std::string (*number)(std::string_view);
};

std::string jsonNumber(std::string_view spelled)
{
    std::string number = pythonNumber(spelled);
    if (number == "inf")
        return "Infinity";
    return number == "-inf" ? "-Infinity" : number;
}

constexpr Spelling kRepr = {"None", "True", "False", appendReprString, pythonNumber};
constexpr Spelling kJson = {
    "null", "true", "false",
    [](std::string& out, const std::string& text) { json::appendQuoted(out, text); }, jsonNumber};

void appendSpelled(std::string& out, const Value& value, const Spelling& spelling)
{
    switch (value.kind) {
    case Kind::Null:
        out += spelling.null;
        return;
    case Kind::Bool:
        out += value.flag ? spelling.yes : spelling.no;
        return;
    case Kind::Number:
        out += spelling.number(value.text);
        return;
    case Kind::String:
        spelling.appendString(out, value.text);
        return;
    case Kind::Array:
        out += '[';
        for (const Value& item : value.items) {
            if (&item != &value.items.front())
                out += ", ";
            appendSpelled(out, item, spelling);
        }
        out += ']';
        return;
    case Kind::Object:
        out += '{';
        for (const json::Member& member : value.members) {
            if (&member != &value.members.front())
                out += ", ";
            spelling.appendString(out, member.first);
            out += ": ";
            appendSpelled(out, member.second, spelling);
        }
        out += '}';
        return;
    }
}

} // namespace

std::string pythonStr(const json::Value& value)
{
    if (value.kind == Kind::String)
        return value.text;
    std::string out;
    appendSpelled(out, value, kRepr);
    return out;
}

std::string pythonJson(const json::Value& value)
{
    std::string out;
    appendSpelled(out, value, kJson);
    return out;
}

bool pythonTruth(const json::Value& value)
{
    switch (value.kind) {
    case Kind::Null:
        return false;
    case Kind::Bool:
        return value.flag;
    case Kind::Number: {
        const std::string number = pythonNumber(value.text);
        return number != "0" && number != "0.0" && number != "-0.0";
    }
    case Kind::String:
        return !value.text.empty();
    case Kind::Array:
        return !value.items.empty();
    case Kind::Object:
        return !value.members.empty();
    }
    UNREACHABLE();
}

} // namespace tf::text
